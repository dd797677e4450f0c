package io.countersign.bench;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.countersign.aws.client.Clients;
import io.countersign.json.Json;
import io.countersign.merging.MergeHandler;
import io.countersign.revision.RequestId;
import io.countersign.submit.SubmitHandler;
import io.countersign.vote.VoteHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * What submit, vote and merge ask of AWS where there are many policies, revisions and comments,
 * against where there are none to speak of; by a function that has seen the project's rules before.
 */
final class Growth {
  private static final int POLICIES = 200;
  private static final int REVISIONS = 20;
  private static final int COMMENTS = 100;
  private static final double GOAL = 1.05;

  private final SubmitHandler submit = new SubmitHandler();
  private final VoteHandler vote = new VoteHandler();
  private final MergeHandler merge = new MergeHandler();
  private int count;

  private record Cost(int requests, double units) {}

  private Growth() {}

  static List<String> run() throws IOException, InterruptedException {
    return CommandRequests.in(Growth.class);
  }

  /** In the process with the functions' environment. */
  public static void main(String[] arguments) throws IOException {
    try (DynamoDbClient client = Clients.build(DynamoDbClient.builder())) {
      Scene scene = Scene.set(client);
      CommandRequests.secret();
      Files.write(Path.of(arguments[0]), new Growth().measure(scene));
    }
    System.exit(0);
  }

  private List<String> measure(Scene scene) {
    merged(0, 0);
    Map<String, Cost> few = merged(0, 0);
    scene.policies(POLICIES);
    merged(0, 0);
    Map<String, Cost> many = merged(REVISIONS, COMMENTS);
    List<String> lines = new ArrayList<>();
    for (String command : few.keySet()) {
      Cost less = Objects.requireNonNull(few.get(command));
      Cost more = Objects.requireNonNull(many.get(command));
      lines.add(new Figure("units-of-" + command, more.units() / less.units(), GOAL).line());
      lines.add(
          String.format(
              Locale.ROOT,
              "  %d policies, %d revisions, %d comments: %d requests, %.1f units; few: %d, %.1f",
              POLICIES,
              REVISIONS,
              COMMENTS,
              more.requests(),
              more.units(),
              less.requests(),
              less.units()));
    }
    return lines;
  }

  /** What each command costs on the way of one request, which is revised and talked about. */
  private Map<String, Cost> merged(int revisions, int comments) {
    Map<String, Cost> costs = new LinkedHashMap<>();
    Json first = CommandRequests.submission("Password " + ++count);
    Json.Obj now = call(costs, "submit", submit, HttpEvent.submission("ann", first));
    RequestId id = RequestId.parse(Call.text(now, "id"));
    for (int i = 0; i < revisions; i++) {
      Json.Builder next =
          Json.object()
              .put("digest", Call.text(now, "digest"))
              .put("changes", CommandRequests.changes("Password " + ++count));
      now = Call.answered(submit, HttpEvent.on(id, "ann", "/revisions", next.build()));
    }
    for (int i = 0; i < comments; i++) {
      Json text = Json.object().put("text", "Please look, number " + i + ".").build();
      Call.answered(submit, HttpEvent.on(id, "ann", "/comments", text));
    }
    Json.Builder digest = Json.object().put("digest", Call.text(now, "digest"));
    Json yes =
        Json.object().put("decision", "APPROVE").put("digest", Call.text(now, "digest")).build();
    call(costs, "vote", vote, HttpEvent.on(id, "bob", "/votes", yes));
    Call.answered(vote, HttpEvent.on(id, "cem", "/votes", yes));
    call(costs, "merge", merge, HttpEvent.on(id, "ann", "/merge", digest.build()));
    return costs;
  }

  private static Json.Obj call(
      Map<String, Cost> costs, String command, RequestStreamHandler handler, String event) {
    RequestCounter.reset();
    Json.Obj answer = Call.answered(handler, event);
    costs.put(command, new Cost(RequestCounter.all(), RequestCounter.units()));
    return answer;
  }
}
