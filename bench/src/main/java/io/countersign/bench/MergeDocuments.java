package io.countersign.bench;

import io.countersign.aws.client.Clients;
import io.countersign.dynamodb.LocalTables;
import io.countersign.json.Json;
import io.countersign.merging.MergeHandler;
import io.countersign.revision.RequestId;
import io.countersign.sample.Rulebook;
import io.countersign.submit.SubmitHandler;
import io.countersign.vote.VoteHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * A merge of ten documents against one of a single document, through the handler, with 20 ms put on
 * each call of Secrets Manager: what does not depend on each other runs side by side.
 */
final class MergeDocuments {
  private static final Duration LATENCY = Duration.ofMillis(20);
  private static final int MANY = 10;
  private static final int WARMING = 8;
  private static final int ROUNDS = 20;
  private static final double GOAL = 1.5;

  private final SubmitHandler submit = new SubmitHandler();
  private final VoteHandler vote = new VoteHandler();
  private final MergeHandler merge = new MergeHandler();
  private int count;

  private MergeDocuments() {}

  static List<String> run() throws IOException, InterruptedException {
    try (LocalTables tables = LocalTables.start();
        SlowSecrets secrets = SlowSecrets.start(LATENCY)) {
      Map<String, String> environment = new HashMap<>(Child.environment(tables.endpoint()));
      environment.put("AWS_ENDPOINT_URL_SECRETS_MANAGER", secrets.address().toString());
      environment.put("PENDING_PREFIX", "pending/");
      environment.put("MAC_KEY", "only used with an Idempotency-Key");
      return Child.run(MergeDocuments.class, environment, Path.of(""));
    }
  }

  /** In the process with the functions' environment. */
  public static void main(String[] arguments) throws IOException {
    try (DynamoDbClient client = Clients.build(DynamoDbClient.builder())) {
      Scene.set(client);
    }
    Files.write(Path.of(arguments[0]), new MergeDocuments().measure());
    System.exit(0);
  }

  private List<String> measure() {
    Times one = new Times(ROUNDS);
    Times many = new Times(ROUNDS);
    for (int i = 0; i < WARMING; i++) {
      merged(1);
      merged(MANY);
    }
    for (int i = 0; i < ROUNDS; i++) {
      one.add(merged(1));
      many.add(merged(MANY));
    }
    return List.of(
        new Figure("merge-documents", many.median() / one.median(), GOAL).line(),
        "  1 document   " + one.range(),
        "  " + MANY + " documents " + many.range(),
        String.format(
            Locale.ROOT,
            "  %d pairs by turns, %d ms on each call of Secrets Manager, DynamoDB Local",
            ROUNDS,
            LATENCY.toMillis()));
  }

  /** How long the merge of an agreed request takes that changes so many documents. */
  private long merged(int documents) {
    Json.Obj submitted = Call.answered(submit, HttpEvent.submission("ann", submission(documents)));
    RequestId id = RequestId.parse(Call.text(submitted, "id"));
    Json.Builder digest = Json.object().put("digest", Call.text(submitted, "digest"));
    for (String voter : List.of("bob", "cem")) {
      Json ballot =
          Json.object()
              .put("decision", "APPROVE")
              .put("digest", Call.text(submitted, "digest"))
              .build();
      Call.answered(vote, HttpEvent.on(id, voter, "/votes", ballot));
    }
    String event = HttpEvent.on(id, "ann", "/merge", digest.build());
    long begin = System.nanoTime();
    Call.answered(merge, event);
    return System.nanoTime() - begin;
  }

  private Json submission(int documents) {
    String value = "value-" + ++count;
    return Json.object()
        .put("project", Rulebook.PAYMENTS.value())
        .put("title", "New passwords")
        .put(
            "changes",
            Json.array(
                IntStream.range(0, documents).boxed().toList(),
                i ->
                    Json.object()
                        .put("environment", "prod")
                        .put("path", "/" + documents + "/" + i)
                        .put("set", Json.object().put("PASSWORD", value).build())
                        .build()))
        .build();
  }
}
