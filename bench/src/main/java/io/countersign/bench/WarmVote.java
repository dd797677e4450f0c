package io.countersign.bench;

import io.countersign.aws.client.Clients;
import io.countersign.dynamodb.LocalTables;
import io.countersign.request.Decision;
import io.countersign.revision.Revision;
import io.countersign.vote.VoteHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * A warm vote through its handler, from the HTTP API's event to the answer, against the same
 * consistent read and the same transaction made with the SDK alone; both by turns.
 */
final class WarmVote {
  private static final int WARMING = 1500;
  private static final int ROUNDS = 2500;

  private final VoteHandler handler = new VoteHandler();
  private final Revision voted;
  private final BareVote bare;

  private WarmVote(DynamoDbClient client) {
    Scene scene = Scene.set(client);
    voted = scene.open(1);
    bare = new BareVote(client, scene.open(2));
    vote(0);
    bare.learn(voted.request());
  }

  static List<String> run() throws IOException, InterruptedException {
    try (LocalTables tables = LocalTables.start()) {
      return Child.run(WarmVote.class, Child.environment(tables.endpoint()), Path.of(""));
    }
  }

  /** In the process with the function's environment. */
  public static void main(String[] arguments) throws IOException {
    try (DynamoDbClient client = Clients.build(DynamoDbClient.builder())) {
      Files.write(Path.of(arguments[0]), new WarmVote(client).measure());
    }
    System.exit(0);
  }

  private List<String> measure() {
    Times ours = new Times(ROUNDS);
    Times theirs = new Times(ROUNDS);
    for (int i = 1; i <= WARMING; i++) {
      vote(i);
      bare.vote();
    }
    for (int i = 0; i < ROUNDS; i++) {
      // Whoever is first in a pair may pay for what the other left.
      if (i % 4 < 2) {
        ours.add(vote(i));
        theirs.add(bare.vote());
      } else {
        theirs.add(bare.vote());
        ours.add(vote(i));
      }
    }
    return List.of(
        new Figure("vote-warm", ours.median() / theirs.median(), 1.15).line(),
        line("handler", ours),
        line("bare SDK", theirs),
        String.format(
            Locale.ROOT,
            "  p99 ratio %.2f; %d pairs by turns, DynamoDB Local",
            ours.quantile(0.99) / theirs.quantile(0.99),
            ROUNDS));
  }

  private static String line(String what, Times times) {
    return String.format(
        Locale.ROOT,
        "  %-8s p50 %.2f ms, p90 %.2f ms, p99 %.2f ms",
        what,
        times.median(),
        times.quantile(0.9),
        times.quantile(0.99));
  }

  /** Bob changes his mind each time, so the request stays open. */
  private long vote(int round) {
    Decision decision = round % 2 == 0 ? Decision.APPROVE : Decision.REJECT;
    byte[] event =
        Scene.vote(voted.request(), voted.digest(), decision).getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    long begin = System.nanoTime();
    handler.handleRequest(new ByteArrayInputStream(event), answer, Call.CONTEXT);
    long duration = System.nanoTime() - begin;
    String text = answer.toString(StandardCharsets.UTF_8);
    if (!text.contains("\"statusCode\":200")) {
      throw new IllegalStateException(text);
    }
    return duration;
  }
}
