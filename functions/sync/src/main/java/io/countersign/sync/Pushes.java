package io.countersign.sync;

import io.countersign.destination.Sync;
import io.countersign.destination.Syncs;
import io.countersign.edge.http.Events;
import io.countersign.edge.log.Log;
import io.countersign.fault.Unavailable;
import io.countersign.json.Fields;
import io.countersign.json.Json;
import io.countersign.policy.Rules;
import io.countersign.project.Destination;
import io.countersign.request.Event;
import io.countersign.revision.Landed;
import io.countersign.revision.RequestId;
import io.countersign.store.Store;
import io.countersign.wire.EventJson;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Takes changed documents from the bus to every destination that takes them. */
final class Pushes {
  private final Store store;
  private final Push push;
  private final Syncs syncs;
  private final InstantSource clock;

  Pushes(Store store, Push push, Syncs syncs, InstantSource clock) {
    this.store = store;
    this.push = push;
    this.syncs = syncs;
    this.clock = clock;
  }

  /** One envelope; any fault makes it come again. */
  void take(Json.Obj envelope) {
    Json.Obj detail = Events.object(envelope, "detail");
    if (EventJson.event(detail) instanceof Event.SecretsChanged(Landed landed)) {
      Fields fields = Fields.of(detail);
      push(fields.typed("request", RequestId::parse), fields.text("id"), landed);
    }
  }

  private void push(RequestId request, String event, Landed landed) {
    Rules rules = Objects.requireNonNull(store.rules(request.project()), "the project");
    List<Destination> takers =
        rules.destinations().stream().filter(each -> each.takes(landed.document())).toList();
    Unavailable away = null;
    for (Destination destination : takers) {
      record(request, destination, landed, Pushed.waiting(landed.versionId(), null));
      try {
        record(request, destination, landed, push.to(destination, rules, landed, event));
      } catch (Unavailable e) {
        String why = Objects.requireNonNullElse(e.getMessage(), "AWS is away");
        record(request, destination, landed, Pushed.waiting(landed.versionId(), why));
        away = e;
      }
    }
    again(away);
  }

  /** One destination that is away keeps nothing from the others. */
  private static void again(@Nullable Unavailable away) {
    if (away != null) {
      throw away;
    }
  }

  private void record(RequestId request, Destination destination, Landed landed, Pushed pushed) {
    syncs.record(
        new Sync(
            request,
            destination.id(),
            landed.document(),
            pushed.versionId(),
            pushed.status(),
            pushed.reason(),
            pushed.names(),
            clock.instant()));
    Log.event("sync " + pushed.status(), request.toString());
  }
}
