package io.countersign.sync;

import io.countersign.destination.Cargo;
import io.countersign.destination.Lane;
import io.countersign.destination.Standing;
import io.countersign.destination.Standings;
import io.countersign.destination.Sync;
import io.countersign.destination.Syncs;
import io.countersign.edge.http.Events;
import io.countersign.json.Fields;
import io.countersign.json.Json;
import io.countersign.name.DocumentPath;
import io.countersign.policy.Rules;
import io.countersign.project.Destination;
import io.countersign.project.DocumentId;
import io.countersign.project.Environment;
import io.countersign.request.Event;
import io.countersign.revision.Landed;
import io.countersign.revision.RequestId;
import io.countersign.store.Ask;
import io.countersign.store.Head;
import io.countersign.store.Store;
import io.countersign.vault.Inventory;
import io.countersign.wire.EventJson;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Writes down what an event asks to be brought, and where, before anything is brought. */
final class Intake {
  private final Store store;
  private final Standings standings;
  private final Syncs syncs;
  private final Inventory inventory;
  private final BiConsumer<Lane, Duration> wake;
  private final InstantSource clock;

  Intake(
      Store store,
      Standings standings,
      Syncs syncs,
      Inventory inventory,
      BiConsumer<Lane, Duration> wake,
      InstantSource clock) {
    this.store = store;
    this.standings = standings;
    this.syncs = syncs;
    this.inventory = inventory;
    this.wake = wake;
    this.clock = clock;
  }

  /** One envelope of the bus; any fault makes it come again, which asks for nothing twice. */
  void take(Json.Obj envelope) {
    Json.Obj detail = Events.object(envelope, "detail");
    Fields fields = Fields.of(detail);
    RequestId request = fields.typed("request", RequestId::parse);
    Rules rules = Objects.requireNonNull(store.rules(request.project()), "the project");
    Event event = EventJson.event(detail);
    if (event instanceof Event.SecretsChanged(Landed landed)) {
      changed(request, landed, rules);
    } else {
      happened(request, fields.number("sequence"), EventJson.word(event), rules);
    }
  }

  private void changed(RequestId request, Landed landed, Rules rules) {
    Instant now = clock.instant();
    for (Destination destination : rules.destinations()) {
      if (destination.takes(landed.document())) {
        Lane lane = new Lane(request.project(), destination.id());
        Sync sync =
            syncs.begin(
                Sync.waiting(
                    request, destination.id(), landed.document(), landed.versionId(), now));
        if (sync.status() == Sync.Status.WAITING || sync.status() == Sync.Status.FAILED) {
          standings.ask(lane, new Cargo.Content(landed.document()), request, now);
          wake.accept(lane, Duration.ZERO);
        }
      }
    }
  }

  /**
   * Asks for everything that a destination takes, or for one document of it.
   *
   * @param path of that document, or null
   */
  void everything(Lane lane, @Nullable DocumentPath path) {
    Rules rules = Objects.requireNonNull(store.rules(lane.project()), "the project");
    Destination destination = rules.destination(lane.destination());
    Environment environment =
        destination == null ? null : rules.environments().get(destination.environment());
    if (destination == null || environment == null) {
      return;
    }
    Set<DocumentId> documents =
        path != null ? Set.of(new DocumentId(environment.id(), path)) : all(lane, environment);
    for (DocumentId document : documents) {
      if (destination.takes(document)) {
        standings.ask(lane, new Cargo.Content(document), null, clock.instant());
      }
    }
    wake.accept(lane, Duration.ZERO);
  }

  /** What there is now as far as it can be listed, and what did not arrive before. */
  private Set<DocumentId> all(Lane lane, Environment environment) {
    Set<DocumentId> documents = new TreeSet<>();
    SortedMap<String, Instant> names = inventory.under(environment.secretPrefix().value());
    for (Standing standing : standings.of(lane)) {
      // What is there and not listed went by a merge.
      if (names == null || standing.status() != Sync.Status.SYNCED) {
        documents.add(((Cargo.Content) standing.cargo()).document());
      }
    }
    if (names != null) {
      names.keySet().stream()
          .map(environment::document)
          .filter(Objects::nonNull)
          .forEach(documents::add);
    }
    return documents;
  }

  private void happened(RequestId request, long sequence, String word, Rules rules) {
    List<Destination> listening =
        rules.destinations().stream().filter(each -> each.hears(word)).toList();
    if (listening.isEmpty()) {
      return;
    }
    Head head = Objects.requireNonNull(store.read(Ask.state(request)).head(), "the request");
    for (Destination destination : listening) {
      if (head.request().documents().stream().anyMatch(destination::takes)) {
        Lane lane = new Lane(request.project(), destination.id());
        standings.ask(lane, new Cargo.News(request, sequence), null, clock.instant());
        wake.accept(lane, Duration.ZERO);
      }
    }
  }
}
