package io.countersign.admin;

import io.countersign.destination.Check;
import io.countersign.destination.Checks;
import io.countersign.destination.Lane;
import io.countersign.directory.Permission;
import io.countersign.edge.http.HttpRequest;
import io.countersign.edge.http.HttpResponse;
import io.countersign.edge.http.Problem;
import io.countersign.json.Fields;
import io.countersign.json.InvalidField;
import io.countersign.name.DocumentPath;
import io.countersign.policy.Rules;
import io.countersign.project.Credential;
import io.countersign.project.Destination;
import io.countersign.project.DestinationId;
import io.countersign.project.ProjectId;
import io.countersign.project.Sink;
import io.countersign.rule.Edit;
import io.countersign.vault.Credentials;
import io.countersign.wire.DestinationJson;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes destinations: where this deployment may write, and with what. */
final class Destinations {
  private final Delivery delivery;
  private final InstantSource clock;

  Destinations(Delivery delivery, InstantSource clock) {
    this.delivery = delivery;
    this.clock = clock;
  }

  /**
   * What destinations need besides the rules.
   *
   * @param check has one checked
   * @param sync has everything brought there, or the document of this path
   */
  record Delivery(
      Credentials credentials,
      DestinationBody.Limits limits,
      Checks checks,
      Consumer<Check> check,
      BiConsumer<Lane, @Nullable DocumentPath> sync) {}

  /** The credential is kept before the transaction that names its version. */
  Draft put(HttpRequest http) {
    DestinationId id = http.parameter("destination", DestinationId::new);
    ProjectId project = http.parameter("project", ProjectId::of);
    DestinationBody body = DestinationBody.of(http.fields(), delivery.limits());
    Keeping keeping = new Keeping(delivery.credentials(), project, id.value());
    return new Draft(
        project,
        sight -> {
          Rules rules = sight.project();
          sight.requires(Permission.DESTINATIONS_WRITE);
          if (!rules.environments().containsKey(body.environment())) {
            throw new InvalidField(
                "environment", "unknown-environment", "is no environment of this project");
          }
          Destination before = rules.destination(id);
          long version = Versions.next(http, before == null ? 0 : before.version());
          if (before != null) {
            unmoved(before, body);
          }
          Destination destination =
              new Destination(
                  id,
                  body.environment(),
                  body.path(),
                  sink(before, body.given(), keeping),
                  version);
          return new Draft.Written(
              new Edit.OfDestination(project, before, destination),
              Versions.answer(DestinationJson.write(destination), version));
        });
  }

  /** Has it found out whether the destination can be reached; what it comes to is shown with it. */
  Draft test(HttpRequest http) {
    return asking(
        http,
        (sight, destination, lane) -> {
          Check check =
              Check.asked(lane, destination.version(), sight.actor().id(), clock.instant());
          delivery.checks().put(check);
          delivery.check().accept(check);
        });
  }

  /** Has everything, or one document, brought there now. */
  Draft sync(HttpRequest http) {
    Fields body = http.fields();
    DocumentPath path = body.optionalTyped("path", DocumentPath::new);
    body.end();
    return asking(
        http,
        (_, destination, lane) -> {
          if (path != null && !destination.path().matches(path)) {
            throw new InvalidField("path", "not-taken", "is none that this destination takes");
          }
          delivery.sync().accept(lane, path);
        });
  }

  /** What is asked of a destination that is there. */
  private interface Wish {
    void of(Sight sight, Destination destination, Lane lane);
  }

  private static Draft asking(HttpRequest http, Wish wish) {
    DestinationId id = http.parameter("destination", DestinationId::new);
    ProjectId project = http.parameter("project", ProjectId::of);
    return new Draft(
        project,
        sight -> {
          Destination destination = sight.project().destination(id);
          sight.requires(Permission.DESTINATIONS_WRITE);
          if (destination == null) {
            throw Problem.notFound().asException();
          }
          wish.of(sight, destination, new Lane(project, id));
          return new Draft.Written(
              null, HttpResponse.json(202, DestinationJson.write(destination)));
        });
  }

  /** Where it was moved, what is at the old place would stay there, and nobody would know of it. */
  private static void unmoved(Destination before, DestinationBody body) {
    if (!before.environment().equals(body.environment())) {
      throw fixed("environment");
    }
    Sink sink = body.given().sink();
    if (before.sink().kind() != sink.kind()) {
      throw fixed("type");
    }
    if (before.sink() instanceof Sink.Parameters(String was, _)
        && sink instanceof Sink.Parameters(String is, _)
        && !was.equals(is)) {
      throw fixed("parameterPrefix");
    }
    if (before.sink() instanceof Sink.KubernetesSecret was
        && sink instanceof Sink.KubernetesSecret is) {
      if (!was.name().equals(is.name())) {
        throw fixed("name");
      }
      if (!was.cluster().namespace().equals(is.cluster().namespace())) {
        throw fixed("namespace");
      }
    }
  }

  /** Or whoever may write destinations could have the credential shown to a server of theirs. */
  private static boolean movesCluster(Sink before, Sink after) {
    return before instanceof Sink.InCluster was
        && after instanceof Sink.InCluster is
        && !(was.cluster().server().equals(is.cluster().server())
            && was.cluster().ca().equals(is.cluster().ca()));
  }

  private static InvalidField fixed(String field) {
    return new InvalidField(field, "fixed", "cannot change once it is set");
  }

  private static Sink sink(
      @Nullable Destination before, DestinationBody.Given given, Keeping keeping) {
    if (given.field() == null) {
      return given.sink();
    }
    List<Credential> present = before == null ? List.of() : before.sink().credentials();
    if (given.secret() == null) {
      if (before != null && movesCluster(before.sink(), given.sink())) {
        throw new InvalidField(
            given.field(), "required", "is needed anew where server or ca is another");
      }
      if (present.isEmpty()) {
        throw new InvalidField(given.field(), "required", "is missing");
      }
      return given.sink().with(present);
    }
    List<Credential> next = new ArrayList<>(List.of(keeping.credential(given.secret())));
    if (given.sink() instanceof Sink.Webhook) {
      // Receivers change theirs one by one: until the next key, both sign.
      next.addAll(present.subList(0, Math.min(1, present.size())));
    }
    return given.sink().with(next);
  }
}
