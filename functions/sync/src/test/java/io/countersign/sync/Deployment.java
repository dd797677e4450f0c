package io.countersign.sync;

import com.amazonaws.services.lambda.runtime.Context;
import io.countersign.destination.FakeParameters;
import io.countersign.destination.FakeSyncs;
import io.countersign.destination.FakeWritten;
import io.countersign.destination.Sync;
import io.countersign.directory.Access;
import io.countersign.directory.Directory;
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
import io.countersign.revision.RequestId;
import io.countersign.store.ReadOnlyStore;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The real handler on fakes, and the event that wakes it. */
final class Deployment {
  static final RequestId REQUEST = RequestId.parse("payments-7");
  static final Instant NOW = Instant.parse("2026-03-02T12:00:05Z");
  static final String SECRET = "prod/payments/stripe";
  static final String PREFIX = "/app/prod/payments/stripe/";
  static final String MERGED = "7f1c2c55-3d80-4b7e-9a06-3d1f5c1b2a90";
  private static final EnvironmentId PROD = new EnvironmentId("prod");

  /** The handler asks its context for nothing. */
  private static final Context NOTHING =
      (Context)
          Proxy.newProxyInstance(
              Context.class.getClassLoader(),
              new Class<?>[] {Context.class},
              (_, method, _) -> {
                throw new AssertionError(method.getName());
              });

  final FakeSecrets secrets = new FakeSecrets();
  final FakeParameters parameters = new FakeParameters();
  final FakeWritten written = new FakeWritten();
  final FakeSyncs syncs = new FakeSyncs();
  final List<Destination> destinations = new ArrayList<>();

  /** With one destination for all of prod. */
  static Deployment standard() {
    Deployment deployment = new Deployment();
    deployment.destinations.add(destination("ssm", "/**", "/app/prod/"));
    return deployment;
  }

  static Destination destination(String id, String path, String prefix) {
    return new Destination(new DestinationId(id), PROD, new PathGlob(path), prefix, 1);
  }

  /** Feeds the stored event; the ids of the messages that are to come again. */
  List<Json> wake() {
    return wake(event());
  }

  List<Json> wake(String event) {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    InputStream in = new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8));
    new SyncHandler(pushes()).handleRequest(in, answer, NOTHING);
    Json.Obj json = JsonText.object(answer.toString(StandardCharsets.UTF_8));
    return json.get("batchItemFailures") instanceof Json.Arr(List<Json> items) ? items : List.of();
  }

  static String event() {
    try {
      return Files.readString(Path.of("../../events/sync-secrets-changed.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Nullable Sync last() {
    List<Sync> all = syncs.of(REQUEST);
    return all.isEmpty() ? null : all.getLast();
  }

  private Pushes pushes() {
    Environment prod =
        new Environment(PROD, "Production", new SecretPrefix("prod/"), null, List.of(), 1);
    Rules rules =
        new Rules(
            new Project(ProjectId.of("payments"), "Payments", Governance.OPT_OUT, 1),
            new TreeMap<>(Map.of(PROD, prod)),
            List.of(),
            new Access(List.of(), List.of()),
            destinations,
            List.of());
    return Wiring.pushes(
        new ReadOnlyStore(null, null, rules, Directory.EMPTY),
        secrets,
        parameters,
        written,
        syncs,
        new Scope(List.of(new SecretPrefix("prod/")), List.of("/app/")),
        () -> NOW);
  }
}
