package io.countersign.sync;

import io.countersign.destination.Standing;
import io.countersign.destination.Written.Place;
import io.countersign.document.Document;
import io.countersign.document.Parsed;
import io.countersign.fault.Unavailable;
import io.countersign.name.SecretPrefix;
import io.countersign.policy.Rules;
import io.countersign.project.Destination;
import io.countersign.project.DocumentId;
import io.countersign.project.Environment;
import io.countersign.project.Sink;
import io.countersign.revision.Landed;
import io.countersign.revision.RequestId;
import io.countersign.store.Ask;
import io.countersign.store.Head;
import io.countersign.store.Store;
import io.countersign.vault.Seen;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Brings what is current, and again until nothing moved meanwhile: whoever writes last has looked
 * after writing, so older values never stay on top of newer ones.
 */
final class Push {
  private static final int MOST_PASSES = 8;

  private final Store store;
  private final Secrets secrets;
  private final List<SecretPrefix> managed;
  private final Map<Sink.Kind, Connector> connectors;

  Push(
      Store store,
      Secrets secrets,
      List<SecretPrefix> managed,
      Map<Sink.Kind, Connector> connectors) {
    this.store = store;
    this.secrets = secrets;
    this.managed = managed;
    this.connectors = connectors;
  }

  Connector connector(Destination destination) {
    return Objects.requireNonNull(connectors.get(destination.sink().kind()));
  }

  /** Brings the document as it is now, which may be newer than what it was asked for. */
  Pushed to(Destination destination, Rules rules, Standing standing, DocumentId document) {
    Environment environment = rules.environments().get(document.environment());
    if (environment == null) {
      return Pushed.failed("the project has no such environment any more");
    }
    if (!environment.secretPrefix().within(managed)) {
      return Pushed.failed("the environment's prefix is not managed by this deployment");
    }
    String name = environment.secretPrefix().secretName(document.path());
    Route route = new Route(destination, new Place(standing.lane(), document), standing);
    return passes(name, route);
  }

  private record Route(Destination destination, Place place, Standing standing) {}

  private Pushed passes(String name, Route route) {
    Sight sight = look(name, route);
    for (int pass = 0; pass < MOST_PASSES; pass++) {
      Seen.Present present = sight.present();
      if (present == null) {
        return Pushed.failed(Objects.requireNonNull(sight.absence()));
      }
      Pushed pushed = pass(present, sight.gone(), route);
      sight = look(name, route);
      if (sight.present() != null && sight.present().current().equals(present.current())) {
        return pushed;
      }
    }
    throw new KeepsMoving();
  }

  /**
   * The secret as it is to be brought.
   *
   * @param present null where there is nothing to bring
   * @param absence why not
   */
  private record Sight(Seen.@Nullable Present present, boolean gone, @Nullable String absence) {}

  /** What a merge removed is empty, whether or not AWS has marked it for deletion by now. */
  private Sight look(String name, Route route) {
    return switch (secrets.read(name)) {
      case Seen.Present present -> {
        boolean empty = Document.EMPTY.text().equals(present.text());
        yield new Sight(present, empty && removed(present.current(), route), null);
      }
      case Seen.Deleted(String arn, String current) when removed(current, route) ->
          new Sight(
              new Seen.Present(
                  arn, Objects.requireNonNull(current), null, Document.EMPTY.text(), null),
              true,
              null);
      case Seen.Deleted _ -> new Sight(null, false, "the secret was deleted meanwhile");
      case Seen.Missing _ -> new Sight(null, false, "there is no such secret any more");
    };
  }

  /** Whether one of the requests that are told of took the document away by this version. */
  private boolean removed(@Nullable String version, Route route) {
    for (RequestId request : route.standing().requests()) {
      Head head = store.read(Ask.state(request)).head();
      List<Landed> landed = head == null ? List.of() : head.request().landed();
      if (landed.stream()
          .anyMatch(
              each ->
                  each.fate() == Landed.Fate.REMOVED
                      && each.document().equals(route.place().document())
                      && each.versionId().equals(version))) {
        return true;
      }
    }
    return false;
  }

  private Pushed pass(Seen.Present present, boolean gone, Route route) {
    String text = present.text();
    if (text == null) {
      return Pushed.failed(present.current(), "the secret is binary");
    }
    return switch (Document.parse(text)) {
      case Parsed.Unreadable(_, String why) -> Pushed.failed(present.current(), why);
      case Parsed.Readable(Document document) ->
          connector(route.destination())
              .bring(
                  new Load(
                      route.destination(),
                      route.place(),
                      present.arn(),
                      present.current(),
                      document,
                      gone,
                      route.standing().requests()));
    };
  }

  /** The document changed under each of many passes. */
  static final class KeepsMoving extends Unavailable {
    private static final long serialVersionUID = 1;

    KeepsMoving() {
      super("the document keeps changing");
    }
  }
}
