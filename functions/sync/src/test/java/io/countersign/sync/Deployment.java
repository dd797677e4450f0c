package io.countersign.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.destination.FakeChecks;
import io.countersign.destination.FakeParameters;
import io.countersign.destination.FakeStandings;
import io.countersign.destination.FakeSyncs;
import io.countersign.destination.FakeWritten;
import io.countersign.destination.Lane;
import io.countersign.destination.Reach;
import io.countersign.destination.Sync;
import io.countersign.directory.Access;
import io.countersign.json.Json;
import io.countersign.json.JsonText;
import io.countersign.name.PathGlob;
import io.countersign.name.SecretPrefix;
import io.countersign.policy.Rules;
import io.countersign.project.Destination;
import io.countersign.project.DestinationId;
import io.countersign.project.Environment;
import io.countersign.project.EnvironmentId;
import io.countersign.project.Governance;
import io.countersign.project.Project;
import io.countersign.project.ProjectId;
import io.countersign.project.Sink;
import io.countersign.request.Event;
import io.countersign.request.Request;
import io.countersign.request.Status;
import io.countersign.revision.Landed;
import io.countersign.revision.RequestId;
import io.countersign.sample.People;
import io.countersign.sample.Rulebook;
import io.countersign.sample.Story;
import io.countersign.store.Head;
import io.countersign.sync.cluster.Clusters;
import io.countersign.sync.cluster.ExternalSecrets;
import io.countersign.sync.cluster.KubernetesSecrets;
import io.countersign.sync.cluster.Logins;
import io.countersign.sync.parameters.Overwriting;
import io.countersign.sync.webhook.Webhooks;
import io.countersign.vault.FakeCredentials;
import io.countersign.wire.EventJson;
import io.countersign.wire.StandingJson;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The real handler on fakes, and the event that wakes it. */
final class Deployment {
  static final RequestId REQUEST = RequestId.parse("payments-7");
  static final Instant NOW = Instant.parse("2026-03-02T12:00:05Z");
  static final String SECRET = "prod/payments/stripe";
  static final String PREFIX = "/app/prod/payments/stripe/";
  static final String MERGED = "7f1c2c55-3d80-4b7e-9a06-3d1f5c1b2a90";
  private static final EnvironmentId PROD = new EnvironmentId("prod");

  private static final Duration TIME = Duration.ofSeconds(60);

  final FakeSecrets secrets = new FakeSecrets();
  final FakeParameters parameters = new FakeParameters();
  final FakeWritten written = new FakeWritten();
  final FakeSyncs syncs = new FakeSyncs();
  final FakeChecks checks = new FakeChecks();
  final FakeCredentials credentials = new FakeCredentials();
  final FakePoster poster = new FakePoster();
  final FakeStandings standings = new FakeStandings();
  final List<Event> said = new ArrayList<>();
  final Deque<Woken> woken = new ArrayDeque<>();
  Instant now = NOW;
  Head head = merged(List.of());
  final List<Destination> destinations = new ArrayList<>();

  /** The request as it was merged. */
  static Head merged(List<Landed> landed) {
    Story story =
        new Story(
            Rulebook.rules(List.of(Rulebook.policy("one", Rulebook.requirement(1, "amy"))), "dan"),
            People.directory("amy", "dan"));
    story.submit("dan", Rulebook.document("/db"));
    Request request = story.state();
    Request.Ending ending = new Request.Ending(null, false, landed, List.of(), null, null, null);
    return new Head(
        new Request(
            REQUEST,
            Status.MERGED,
            request.author(),
            request.title(),
            request.createdAt(),
            request.revision(),
            request.digest(),
            request.scope(),
            null,
            new TreeMap<>(),
            true,
            ending,
            6),
        null,
        6,
        "hash");
  }

  /** With one destination for all of prod. */
  static Deployment standard() {
    Deployment deployment = new Deployment();
    deployment.destinations.add(destination("ssm", "/**", "/app/prod/"));
    return deployment;
  }

  static Destination destination(String id, String path, String prefix) {
    return new Destination(
        new DestinationId(id), PROD, new PathGlob(path), new Sink.Parameters(prefix, false), 1);
  }

  /** A lane that is to be looked at, and when. */
  record Woken(Lane lane, Instant at) {}

  /** Feeds the stored event and works until nothing is due at this moment. */
  void wake() {
    wake(event());
  }

  void wake(String event) {
    hear(event);
    work();
  }

  /** Only writes down what the event asks for. */
  void hear(String event) {
    feed(event);
  }

  /** Somebody wants everything to be there, and it is worked on. */
  void again() {
    feed(
        message(
            StandingJson.everything(new Lane(REQUEST.project(), new DestinationId("ssm")), null)));
    work();
  }

  /** Looks at every lane that is to be looked at by now, and at those that these ask for. */
  void work() {
    while (woken.stream().anyMatch(each -> !each.at().isAfter(now))) {
      Woken next = woken.stream().filter(each -> !each.at().isAfter(now)).findFirst().orElseThrow();
      woken.remove(next);
      feed(message(StandingJson.message(next.lane())));
    }
  }

  /** Time passes in steps of a minute, in each of which tick wakes what is due. */
  void pass(Duration time) {
    for (Instant end = now.plus(time); now.isBefore(end); ) {
      now = now.plusSeconds(60);
      standings.waiting(now).forEach(lane -> woken.add(new Woken(lane, now)));
      work();
    }
  }

  void feed(String event) {
    InputStream in = new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8));
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    handler().handleRequest(in, answer, io.countersign.edge.start.Woken.context(TIME));
    Json.Obj json = JsonText.object(answer.toString(StandardCharsets.UTF_8));
    assertThat(json.get("batchItemFailures")).isEqualTo(new Json.Arr(List.of()));
  }

  static String message(Json.Obj body) {
    return Json.object()
        .put(
            "Records",
            Json.array(
                List.of(body),
                each -> Json.object().put("messageId", "1").put("body", each.text()).build()))
        .build()
        .text();
  }

  static String event() {
    return stored("secrets-changed");
  }

  /** The message that a lane be looked at. */
  static String lane() {
    return stored("lane");
  }

  private static String stored(String name) {
    try {
      return Files.readString(Path.of("../../events/sync-" + name + ".json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Sync last() {
    return last(REQUEST.toString());
  }

  Sync last(String request) {
    return syncs.of(RequestId.parse(request)).getLast();
  }

  Rules rules() {
    Environment prod =
        new Environment(PROD, "Production", new SecretPrefix("prod/"), null, List.of(), 1);
    return new Rules(
        new Project(ProjectId.of("payments"), "Payments", Governance.OPT_OUT, 1),
        new TreeMap<>(Map.of(PROD, prod)),
        List.of(),
        new Access(List.of(), List.of()),
        destinations,
        List.of());
  }

  /** Each event of a request is its text. */
  private List<String> events(RequestId request, long after, int limit) {
    return said.stream()
        .skip(after)
        .limit(limit)
        .map(each -> EventJson.record(request, after + 1, now, each).text())
        .toList();
  }

  private SyncHandler handler() {
    Reach reach = new Reach(List.of("hooks.internal", "localhost:*"));
    Webhooks webhooks = new Webhooks(poster, credentials, reach, () -> now);
    Clusters clusters = new Clusters(new Logins(credentials, name -> "eks-" + name), reach);
    return new SyncHandler(
        Wiring.work(
            new Wiring.Stored(new OneProject(this), this::events, standings, syncs, checks),
            new Wiring.Managed(secrets, secrets, List.of(new SecretPrefix("prod/"))),
            new Wiring.Ways(
                webhooks,
                Map.of(
                    Sink.Kind.SSM,
                    new Overwriting(parameters, written, List.of("/app/")),
                    Sink.Kind.WEBHOOK,
                    webhooks,
                    Sink.Kind.KUBERNETES,
                    new KubernetesSecrets(clusters),
                    Sink.Kind.EXTERNAL_SECRETS,
                    new ExternalSecrets(clusters))),
            (lane, wait) -> woken.add(new Woken(lane, now.plus(wait))),
            () -> now));
  }
}
