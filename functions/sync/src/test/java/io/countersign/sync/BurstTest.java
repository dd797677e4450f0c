package io.countersign.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import io.countersign.channel.Poster;
import io.countersign.destination.FakeChecks;
import io.countersign.destination.FakeParameters;
import io.countersign.destination.FakeStandings;
import io.countersign.destination.FakeSyncs;
import io.countersign.destination.FakeWritten;
import io.countersign.destination.Lane;
import io.countersign.destination.Reach;
import io.countersign.destination.Sync;
import io.countersign.edge.start.Woken;
import io.countersign.json.Json;
import io.countersign.name.DocumentPath;
import io.countersign.name.PathGlob;
import io.countersign.name.SecretPrefix;
import io.countersign.project.Credential;
import io.countersign.project.Destination;
import io.countersign.project.DestinationId;
import io.countersign.project.DocumentId;
import io.countersign.project.EnvironmentId;
import io.countersign.project.ProjectId;
import io.countersign.project.Sink;
import io.countersign.request.Event;
import io.countersign.revision.Landed;
import io.countersign.revision.RequestId;
import io.countersign.sync.parameters.Overwriting;
import io.countersign.sync.webhook.Webhooks;
import io.countersign.vault.FakeCredentials;
import io.countersign.wire.EventJson;
import io.countersign.wire.StandingJson;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/**
 * A thousand documents are merged at once, some of them twice, and told of in any order and more
 * than once; one destination needs two seconds for each call. Time runs a hundred times as fast.
 */
class BurstTest {
  private static final int DOCUMENTS = 1000;
  private static final int INSTANCES = 10;
  private static final int FASTER = 100;
  private static final Duration CALL = Duration.ofSeconds(2);
  private static final long SEED = 20_261_127L;
  private static final EnvironmentId PROD = new EnvironmentId("prod");
  private static final ProjectId PAYMENTS = ProjectId.of("payments");

  private final Deployment deployment = new Deployment();
  private final FakeStandings standings = new FakeStandings();
  private final FakeSyncs syncs = new FakeSyncs();
  private final FakeParameters parameters = new FakeParameters();
  private final Map<String, Set<String>> heard = new ConcurrentHashMap<>();
  private final Map<String, Instant> last = new ConcurrentHashMap<>();
  private final Set<Sync> expected = new HashSet<>();
  private final Phaser working = new Phaser(1);
  private final ExecutorService instances = Executors.newFixedThreadPool(INSTANCES);
  private final Instant begun = Instant.now();
  private final InstantSource clock =
      () -> begun.plus(Duration.between(begun, Instant.now()).multipliedBy(FASTER));
  private final SyncHandler handler = handler();

  private SyncHandler handler() {
    FakeCredentials credentials = new FakeCredentials();
    String key = credentials.keep(PAYMENTS, "slow", Sink.Webhook.KEY + "A".repeat(32));
    String other = credentials.keep(PAYMENTS, "fast", Sink.Webhook.KEY + "A".repeat(32));
    deployment.destinations.add(hook("slow", key));
    deployment.destinations.add(hook("fast", other));
    deployment.destinations.add(
        new Destination(
            new DestinationId("ssm"),
            PROD,
            PathGlob.ALL,
            new Sink.Parameters("/app/prod/", false),
            1));
    Webhooks webhooks = new Webhooks(this::hear, credentials, new Reach(List.of()), clock);
    return new SyncHandler(
        Wiring.work(
            new Wiring.Stored(
                new OneProject(deployment),
                (_, _, _) -> List.of(),
                standings,
                syncs,
                new FakeChecks()),
            new Wiring.Managed(
                deployment.secrets, deployment.secrets, List.of(new SecretPrefix("prod/"))),
            new Wiring.Ways(
                webhooks,
                Map.of(
                    Sink.Kind.WEBHOOK,
                    webhooks,
                    Sink.Kind.SSM,
                    new Overwriting(parameters, new FakeWritten(), List.of("/app/")))),
            (lane, _) -> send(Deployment.message(StandingJson.message(lane))),
            clock));
  }

  private static Destination hook(String id, String key) {
    return new Destination(
        new DestinationId(id),
        PROD,
        PathGlob.ALL,
        new Sink.Webhook(
            "https://" + id + ".example.com/",
            false,
            new TreeSet<>(),
            List.of(new Credential(key, "AAAA"))),
        1);
  }

  private Poster.Answer hear(java.net.URI address, Map<String, String> headers, String json) {
    String who = address.getHost();
    if (who.startsWith("slow")) {
      LockSupport.parkNanos(CALL.toNanos() / FASTER);
    }
    heard.computeIfAbsent(who, _ -> ConcurrentHashMap.newKeySet()).add(json);
    last.put(who, clock.instant());
    return new Poster.Answer(204, 0, "");
  }

  /** As Lambda takes messages: so many at once, each by an invocation of a minute. */
  private void send(String batch) {
    working.register();
    instances.execute(
        () -> {
          try {
            Context context = Woken.context(Duration.ofSeconds(60));
            handler.handleRequest(
                new ByteArrayInputStream(batch.getBytes(StandardCharsets.UTF_8)),
                OutputStream.nullOutputStream(),
                context);
          } finally {
            working.arriveAndDeregister();
          }
        });
  }

  @Test
  void allReachTheLastVersionAndTheSlowOneHoldsUpNobody() {
    List<String> events = new ArrayList<>();
    for (int number = 0; number < DOCUMENTS; number++) {
      DocumentId document = new DocumentId(PROD, new DocumentPath("/many/d" + number));
      if (number % 5 == 0) {
        events.add(merged(document, number, "older-" + number));
      }
      String version = "newest-" + number;
      deployment.secrets.hold("prod/many/d" + number, version, "{\"KEY\":\"" + number + "\"}");
      events.add(merged(document, DOCUMENTS + number, version));
      if (number % 7 == 0) {
        events.add(events.getLast());
      }
      for (String to : List.of("slow", "fast", "ssm")) {
        expected.add(
            Sync.waiting(
                request(DOCUMENTS + number), new DestinationId(to), document, version, begun));
      }
    }
    Collections.shuffle(events, new Random(SEED));
    events.forEach(this::send);
    while (working.getUnarrivedParties() > 1) {
      LockSupport.parkNanos(1_000_000);
    }
    instances.shutdown();
    for (Sync sync : expected) {
      assertThat(
              syncs.of(sync.request()).stream()
                  .filter(each -> each.destination().equals(sync.destination())))
          .as(sync.toString())
          .singleElement()
          .extracting(Sync::status)
          .isEqualTo(Sync.Status.SYNCED);
    }
    assertThat(heard("slow")).hasSizeGreaterThanOrEqualTo(DOCUMENTS);
    assertThat(parameters.held()).hasSize(DOCUMENTS);
    assertThat(last.get("fast.example.com")).isBefore(last.get("slow.example.com"));
    for (String to : List.of("slow", "fast", "ssm")) {
      assertThat(standings.due(lane(to), clock.instant(), 1)).isEmpty();
    }
    System.out.printf(
        "burst: %d documents, %d events, seed %d: the fast one had all after %d s, the slow one (2 s a"
            + " call) after %d s, of %d calls to it none was for an older version%n",
        DOCUMENTS,
        events.size(),
        SEED,
        Duration.between(begun, last.get("fast.example.com")).toSeconds(),
        Duration.between(begun, last.get("slow.example.com")).toSeconds(),
        heard("slow").size());
    assertThat(heard("slow")).noneMatch(each -> each.contains("older-"));
  }

  private Set<String> heard(String who) {
    return heard.getOrDefault(who + ".example.com", Set.of());
  }

  private static Lane lane(String destination) {
    return new Lane(PAYMENTS, new DestinationId(destination));
  }

  private static RequestId request(int number) {
    return RequestId.parse("payments-" + (number + 1));
  }

  private static String merged(DocumentId document, int number, String version) {
    Landed landed = new Landed(document, "arn", version, List.of("KEY"), Landed.Fate.WRITTEN);
    Json.Obj detail =
        EventJson.record(request(number), 6, Deployment.NOW, new Event.SecretsChanged(landed));
    return Deployment.message(Json.object().put("detail", detail).build());
  }
}
