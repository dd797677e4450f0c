package io.countersign.bench;

import io.countersign.aws.client.Clients;
import io.countersign.dynamodb.LocalTables;
import io.countersign.request.Decision;
import io.countersign.revision.Revision;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The cold start of {@code vote}: from starting AWS's runtime client on the built artifact to the
 * answer to the first call, against functions that do less; all by turns.
 */
final class ColdVote {
  private static final int STARTS = 11;

  private ColdVote() {}

  /** One function, and how long its starts took. */
  private record Rival(String name, ColdStart start, String event, Times times) {
    static Rival of(String name, String artifact, String handler, Revision revision)
        throws IOException {
      String event = Scene.vote(revision.request(), revision.digest(), Decision.APPROVE);
      return new Rival(name, ColdStart.of(artifact, handler), event, new Times(STARTS));
    }
  }

  static List<String> run() throws IOException, InterruptedException {
    try (LocalTables tables = LocalTables.start();
        DynamoDbClient client = client(tables)) {
      List<Rival> rivals = rivals(Scene.set(client));
      // The first round finds nothing in the machine's caches and counts for nobody.
      for (int round = 0; round <= STARTS; round++) {
        for (Rival rival : rivals) {
          long duration = rival.start().run(tables.endpoint(), rival.event());
          if (round > 0) {
            rival.times().add(duration);
          }
        }
      }
      return lines(rivals);
    }
  }

  private static List<Rival> rivals(Scene scene) throws IOException {
    Revision ours = scene.open(1);
    String hello = "io.countersign.bench.hello.HelloHandler::";
    return List.of(
        Rival.of("vote", "functions/vote/target/vote.zip", "io.countersign.vote.VoteHandler", ours),
        Rival.of(
            "hello that makes the same client",
            "bench/hello/target/hello.zip",
            hello + "greet",
            ours),
        Rival.of(
            "hello that also reads and writes with it",
            "bench/hello/target/hello.zip",
            hello + "greetAndNote",
            ours),
        Rival.of(
            "vote with event types, databind and Enhanced client",
            "bench/usual/target/usual.zip",
            "io.countersign.bench.usual.UsualHandler",
            // It does not keep all of a request.
            scene.open(2)));
  }

  private static List<String> lines(List<Rival> rivals) {
    double vote = rivals.get(0).times().median();
    List<String> lines = new ArrayList<>();
    lines.add(new Figure("vote-cold", vote / rivals.get(1).times().median(), 1.25).line());
    for (Rival rival : rivals) {
      lines.add(
          String.format(
              Locale.ROOT,
              "  %s: %s, vote is %.2f of it",
              rival.name(),
              rival.times().range(),
              vote / rival.times().median()));
    }
    lines.add("  medians (and ranges) of " + STARTS + " starts each, by turns, without SnapStart");
    return lines;
  }

  private static DynamoDbClient client(LocalTables tables) {
    return Clients.build(
        DynamoDbClient.builder()
            .endpointOverride(tables.endpoint())
            .region(Region.EU_CENTRAL_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"))));
  }
}
