package io.countersign.bench;

import io.countersign.aws.client.Clients;
import io.countersign.aws.table.Bulk;
import io.countersign.aws.table.DynamoCatalog;
import io.countersign.aws.table.DynamoRegistry;
import io.countersign.aws.table.DynamoStore;
import io.countersign.aws.table.Table;
import io.countersign.directory.Subject;
import io.countersign.dynamodb.LocalTables;
import io.countersign.edge.http.HttpRequest;
import io.countersign.edge.http.HttpResponse;
import io.countersign.query.list.RequestList;
import io.countersign.query.reading.Reader;
import io.countersign.sample.People;
import io.countersign.sample.Rulebook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The first page of a list and of what waits for somebody, among 100,000 requests against among
 * 100; both by turns, over the adapters in this process, and what each asks of the table.
 */
final class ListPages {
  private static final int FEW = 100;
  private static final int MANY = 100_000;
  private static final int WARMING = 150;
  private static final int ROUNDS = 300;

  /** A page looks at no more than its own revisions, so no others are there. */
  private static final int WITH_REVISION = 500;

  /** Among many requests not all wait for the same person, but thousands do. */
  private static final int ONE_IN = 10;

  private record Asked(String name, String person, Map<String, String> query) {
    HttpRequest http() {
      Subject subject = People.subject(person);
      return new HttpRequest(
          "GET /v1/change-requests",
          "GET",
          "/v1/change-requests",
          Map.of(),
          query,
          Map.of(),
          Map.of("iss", subject.issuer(), "sub", subject.subject()),
          "");
    }
  }

  private static final List<Asked> PAGES =
      List.of(
          new Asked("list-page", "ann", Map.of()),
          new Asked(
              "list-page-open",
              "ann",
              Map.of("project", Rulebook.PAYMENTS.value(), "status", "OPEN")),
          new Asked("waiting-for-me", "bob", Map.of("waitingFor", "me")));

  private final RequestList few;
  private final RequestList many;
  private final List<String> lines = new ArrayList<>();

  private ListPages(DynamoDbClient client) {
    few = filled(client, "countersign-few", FEW);
    many = filled(client, "countersign-many", MANY);
  }

  static List<String> run() throws IOException, InterruptedException {
    try (LocalTables tables = LocalTables.start()) {
      Path folder = Files.createTempDirectory(Path.of("bench/target").toAbsolutePath(), "lists");
      return Child.run(
          ListPages.class, Child.environment(tables.endpoint()), RequestCounter.hook(folder));
    }
  }

  /** In the process with the function's environment. */
  public static void main(String[] arguments) throws IOException {
    try (DynamoDbClient client = Clients.build(DynamoDbClient.builder())) {
      Files.write(Path.of(arguments[0]), new ListPages(client).measure());
    }
    System.exit(0);
  }

  private RequestList filled(DynamoDbClient client, String name, int requests) {
    Scene scene = Scene.set(client, name);
    long begin = System.nanoTime();
    try (Bulk bulk = new Bulk(client, name)) {
      for (int i = 1; i <= requests; i++) {
        Set<Scene.Also> more = EnumSet.noneOf(Scene.Also.class);
        if (i > requests - WITH_REVISION) {
          more.add(Scene.Also.REVISION);
        }
        if (requests == FEW || i % ONE_IN == 0) {
          more.add(Scene.Also.WAITS_FOR_BOB);
        }
        scene.add(bulk, i, more);
      }
    }
    lines.add(
        String.format(
            Locale.ROOT,
            "  %,d requests written in %.1f s",
            requests,
            (System.nanoTime() - begin) / 1e9));
    Table table = new Table(client, name);
    DynamoStore store = new DynamoStore(table, InstantSource.system());
    return new RequestList(
        new Reader(store, new DynamoRegistry(table)),
        store,
        new DynamoCatalog(table),
        InstantSource.system());
  }

  private List<String> measure() {
    List<String> figures = new ArrayList<>();
    for (Asked asked : PAGES) {
      Times one = new Times(ROUNDS);
      Times other = new Times(ROUNDS);
      for (int i = 0; i < WARMING; i++) {
        page(few, asked);
        page(many, asked);
      }
      for (int i = 0; i < ROUNDS; i++) {
        // Whoever is first in a pair may pay for what the other left.
        if (i % 2 == 0) {
          one.add(page(few, asked));
          other.add(page(many, asked));
        } else {
          other.add(page(many, asked));
          one.add(page(few, asked));
        }
      }
      figures.add(new Figure(asked.name(), other.median() / one.median(), 1.1).line());
      lines.add(
          String.format(
              Locale.ROOT,
              "  %s: %.2f ms among %,d, %.2f ms among %,d; %d pairs by turns",
              asked.name(),
              other.median(),
              MANY,
              one.median(),
              FEW,
              ROUNDS));
      lines.add("    among many: " + asked(many, asked) + "; among few: " + asked(few, asked));
    }
    figures.addAll(lines);
    return figures;
  }

  private static String asked(RequestList list, Asked asked) {
    RequestCounter.reset();
    page(list, asked);
    return RequestCounter.summary();
  }

  private static long page(RequestList list, Asked asked) {
    long begin = System.nanoTime();
    HttpResponse answer = list.list(asked.http());
    long duration = System.nanoTime() - begin;
    if (answer.status() != 200 || !answer.body().contains("\"next\":\"")) {
      throw new IllegalStateException(answer.body());
    }
    return duration;
  }
}
