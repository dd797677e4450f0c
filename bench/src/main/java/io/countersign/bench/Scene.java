package io.countersign.bench;

import io.countersign.aws.table.Bulk;
import io.countersign.aws.table.DynamoRegistry;
import io.countersign.aws.table.DynamoStore;
import io.countersign.aws.table.Table;
import io.countersign.aws.table.TableInTemplate;
import io.countersign.directory.Directory;
import io.countersign.directory.PersonId;
import io.countersign.directory.Role;
import io.countersign.json.Json;
import io.countersign.policy.Policy;
import io.countersign.project.EnvironmentId;
import io.countersign.project.Prefixes;
import io.countersign.request.Decision;
import io.countersign.revision.Base;
import io.countersign.revision.Digest;
import io.countersign.revision.DocumentBase;
import io.countersign.revision.Operation;
import io.countersign.revision.RequestId;
import io.countersign.revision.Revision;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import io.countersign.store.Commit;
import io.countersign.store.Counters;
import io.countersign.store.Entry;
import io.countersign.store.Registry;
import io.countersign.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * A table with the project {@code payments}, in which Ann proposes and two of Bob, Cem and Dan must
 * approve; one rejection ends nothing.
 */
public final class Scene {
  static final String TABLE = "countersign-bench";

  /** No request of a deployment has a number like that. */
  private static final int BESIDE = 1_000_000;

  private static final Policy POLICY =
      Rulebook.declineAfter(
          2, Rulebook.policy("two", Rulebook.requirement(2, "bob", "cem", "dan")));

  /** Many requests were made a second apart from here on, none of them long ago. */
  private final Instant start =
      Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofDays(2));

  private final Store store;
  private final Registry registry;
  private long rules;
  private long directory;

  private Scene(Table table) {
    store = new DynamoStore(table, InstantSource.system());
    registry = new DynamoRegistry(table);
  }

  /** Makes the table and what is in it. */
  static Scene set(DynamoDbClient client) {
    return set(client, TABLE);
  }

  /** The same in a table of that name. */
  static Scene set(DynamoDbClient client, String name) {
    client.createTable(TableInTemplate.read().named(name));
    Scene scene = new Scene(new Table(client, name));
    scene.write();
    return scene;
  }

  private void write() {
    Stream.of("ann", "bob", "cem", "dan")
        .map(name -> People.person(name))
        .forEach(person -> write(new Entry.OfPerson(null, person)));
    EnvironmentId prod = Rulebook.PROD;
    var environment = Rulebook.environment(prod);
    write(new Entry.OfProject(Rulebook.project()));
    write(
        new Entry.OfEnvironment(
            Rulebook.PAYMENTS,
            environment,
            Prefixes.NONE.claimed(environment.secretPrefix(), Rulebook.PAYMENTS + "/" + prod)));
    write(
        new Entry.OfBinding(
            Rulebook.PAYMENTS, Rulebook.binding("developer-ann", Role.DEVELOPER, "ann")));
    write(new Entry.OfPolicy(Rulebook.PAYMENTS, POLICY));
  }

  /** So many more policies, each for a path of its own. */
  void policies(int many) {
    for (int i = 1; i <= many; i++) {
      write(
          new Entry.OfPolicy(
              Rulebook.PAYMENTS,
              Rulebook.on(
                  "/other/" + i,
                  Rulebook.policy("other-" + i, Rulebook.requirement(1, "bob", "cem", "dan")))));
    }
  }

  private void write(Entry entry) {
    if (!registry.write(entry, new Counters(Rulebook.PAYMENTS, rules, directory))) {
      throw new IllegalStateException("not written: " + entry);
    }
    if (entry.everywhere()) {
      directory++;
    } else {
      rules++;
    }
  }

  /** An open request of Ann's for three keys; its digest is in what comes back. */
  Revision open(int number) {
    Revision revision = revision(number, Instant.now());
    if (!store.commit(submission(revision).with(revision))) {
      throw new IllegalStateException("not submitted");
    }
    return revision;
  }

  /**
   * The same, written with many others.
   *
   * @param more what else of it is there
   */
  void add(Bulk bulk, int number, Set<Also> more) {
    Revision revision = revision(number, start.plusSeconds(number));
    PersonId[] waiting =
        more.contains(Also.WAITS_FOR_BOB) ? new PersonId[] {People.id("bob")} : new PersonId[0];
    bulk.add(submission(revision), waiting);
    if (more.contains(Also.REVISION)) {
      bulk.add(revision);
    }
  }

  /** So many open requests of Ann's, a second apart, beside what else is in a table. */
  public static void fill(DynamoDbClient client, String table, int requests) {
    Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofDays(2));
    try (Bulk bulk = new Bulk(client, table)) {
      for (int i = 1; i <= requests; i++) {
        Revision revision = revision(BESIDE + i, start.plusSeconds(i));
        bulk.add(submission(revision));
        bulk.add(revision);
      }
    }
  }

  /** What there may be beside a request's state. */
  enum Also {
    REVISION,
    WAITS_FOR_BOB
  }

  private static Commit submission(Revision revision) {
    return Commit.of(
        revision.request(), null, List.of(Proposals.submitted(revision)), revision.madeAt());
  }

  private static Revision revision(int number, Instant now) {
    return Revision.sealed(
        new RequestId(Rulebook.PAYMENTS, number),
        "token-" + number,
        People.id("ann"),
        "Rotate the password of the payments database",
        "The old one was in a screenshot.",
        Stream.of("HOST", "PASSWORD", "USER")
            .<Operation>map(
                key -> new Operation.Set(Rulebook.DB, key, new Base.Absent(), Proposals.MAC))
            .toList(),
        List.of(new DocumentBase(Rulebook.DB, "arn:aws:secretsmanager:x:y:db", "version-1")),
        List.of(POLICY.bind(People.directory("ann", "bob", "cem", "dan"))),
        Directory.EMPTY,
        now);
  }

  /** Bob's vote on it, as the HTTP API hands it over. */
  static String vote(RequestId request, Digest digest, Decision decision) {
    return HttpEvent.on(
        request,
        "bob",
        "/votes",
        Json.object()
            .put("decision", decision.name())
            .put("digest", digest.hex())
            .put("comment", "Looks right to me.")
            .build());
  }
}
