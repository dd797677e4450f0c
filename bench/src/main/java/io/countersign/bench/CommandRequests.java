package io.countersign.bench;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.countersign.aws.client.Clients;
import io.countersign.dynamodb.LocalTables;
import io.countersign.json.Json;
import io.countersign.local.emulator.MiniStack;
import io.countersign.local.process.Ports;
import io.countersign.merging.MergeHandler;
import io.countersign.query.QueryHandler;
import io.countersign.revision.RequestId;
import io.countersign.sample.Rulebook;
import io.countersign.submit.SubmitHandler;
import io.countersign.vote.VoteHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * What each command asks of AWS, and what a look at a request's page does, counted below the
 * handlers: two requests for a vote, and three more where the process does not know the rules and
 * people that it rests on.
 */
final class CommandRequests {
  private static final String REGION = "eu-central-1";

  private final List<String> lines = new ArrayList<>();
  private final SubmitHandler submit = new SubmitHandler();
  private final VoteHandler vote = new VoteHandler();
  private final MergeHandler merge = new MergeHandler();
  private final QueryHandler query = new QueryHandler();

  private CommandRequests() {}

  static List<String> run() throws IOException, InterruptedException {
    return in(CommandRequests.class);
  }

  /** Runs a class of these commands with emulators of its own. */
  static List<String> in(Class<?> main) throws IOException, InterruptedException {
    // A new one each time, because the emulator would remember the last run.
    Path folder = Files.createTempDirectory(Path.of("bench/target").toAbsolutePath(), "requests");
    Files.createDirectories(folder.resolve("logs"));
    Path program = Path.of(".tools/ministack/bin/ministack").toAbsolutePath();
    try (LocalTables tables = LocalTables.start();
        MiniStack stack = MiniStack.start(program, folder, Ports.claim(0), REGION, Map.of())) {
      Map<String, String> environment = new HashMap<>(Child.environment(tables.endpoint()));
      environment.put("AWS_ENDPOINT_URL", stack.endpoint().toString());
      environment.put("PENDING_PREFIX", "pending/");
      environment.put("MAC_KEY", "only used with an Idempotency-Key");
      return Child.run(main, environment, RequestCounter.hook(folder));
    }
  }

  /** In the process with the functions' environment. */
  public static void main(String[] arguments) throws IOException {
    try (DynamoDbClient client = Clients.build(DynamoDbClient.builder())) {
      Scene.set(client);
    }
    secret();
    Files.write(Path.of(arguments[0]), new CommandRequests().count());
    System.exit(0);
  }

  /** The document that is there. */
  static void secret() {
    try (SecretsManagerClient secrets = Clients.build(SecretsManagerClient.builder())) {
      secrets.createSecret(
          secret -> secret.name("prod/db").secretString("{\"PASSWORD\":\"old\",\"USER\":\"app\"}"));
    }
  }

  private List<String> count() {
    Json.Obj submitted =
        run("submit", submit, HttpEvent.submission("ann", submission("New password")));
    RequestId id = RequestId.parse(Call.text(submitted, "id"));
    String digest = Call.text(submitted, "digest");
    run("look at its page", query, HttpEvent.look(id, "bob"));
    run("look once more", query, HttpEvent.look(id, "bob"));
    run("comment", submit, on(id, "ann", "/comments", Json.object().put("text", "Please look.")));
    Json.Builder yes = Json.object().put("decision", "APPROVE").put("digest", digest);
    run("vote, rules and people read for it", vote, on(id, "bob", "/votes", yes));
    int ofFirstVote = RequestCounter.all();
    run("vote that agrees", vote, on(id, "cem", "/votes", yes));
    int ofVote = RequestCounter.all();
    run("merge", merge, on(id, "ann", "/merge", Json.object().put("digest", digest)));
    Json.Obj second =
        run("submit (again)", submit, HttpEvent.submission("ann", submission("Newer password")));
    RequestId other = RequestId.parse(Call.text(second, "id"));
    run("withdraw", submit, on(other, "ann", "/withdraw", Json.object().put("reason", "no")));
    lines.addFirst(new Figure("vote-requests-first", ofFirstVote, 6).line());
    lines.addFirst(new Figure("vote-requests", ofVote, 2).line());
    return lines;
  }

  /** A new request, whose value is its title. */
  static Json submission(String title) {
    return Json.object()
        .put("project", Rulebook.PAYMENTS.value())
        .put("title", title)
        .put("changes", changes(title))
        .build();
  }

  /** Gives the password that value. */
  static Json changes(String value) {
    Json set = Json.object().put("PASSWORD", value).build();
    return Json.array(
        List.of("/db"),
        path -> Json.object().put("environment", "prod").put("path", path).put("set", set).build());
  }

  private static String on(RequestId id, String person, String what, Json.Builder body) {
    return HttpEvent.on(id, person, what, body.build());
  }

  private Json.Obj run(String command, RequestStreamHandler handler, String event) {
    RequestCounter.reset();
    Json.Obj answer = Call.answered(handler, event);
    lines.add("  " + command + ": " + RequestCounter.summary());
    return answer;
  }
}
