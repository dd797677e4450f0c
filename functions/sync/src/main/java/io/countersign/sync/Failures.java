package io.countersign.sync;

import io.countersign.destination.Sync;
import io.countersign.json.JsonText;
import io.countersign.outbox.EventLog;
import io.countersign.request.Command;
import io.countersign.request.Event;
import io.countersign.request.Outcome;
import io.countersign.request.Requests;
import io.countersign.revision.RequestId;
import io.countersign.store.Ask;
import io.countersign.store.Commit;
import io.countersign.store.Contention;
import io.countersign.store.Head;
import io.countersign.store.Store;
import io.countersign.wire.EventJson;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;

/** Makes it an event of the request when a destination does not follow it, once for each. */
final class Failures {
  private final Store store;
  private final EventLog log;
  private final InstantSource clock;
  private final Contention contention;

  Failures(Store store, EventLog log, InstantSource clock, Contention contention) {
    this.store = store;
    this.log = log;
    this.clock = clock;
    this.contention = contention;
  }

  /**
   * Tells of a sync that failed, unless that was done.
   *
   * @throws Later while the request is merged
   */
  void tell(Sync failed) {
    contention.until(() -> told(failed) ? failed : null);
  }

  private boolean told(Sync failed) {
    RequestId request = failed.request();
    Head head = store.read(Ask.state(request)).head();
    if (head == null) {
      return true;
    }
    Event.SyncFailed event =
        new Event.SyncFailed(
            failed.destination(),
            failed.document(),
            failed.versionId(),
            Objects.requireNonNullElse(failed.reason(), "no reason is known"),
            failed.attempts());
    if (isTold(head, event)) {
      return true;
    }
    Instant now = clock.instant();
    return switch (Requests.decide(head.request(), new Command.TellOfTrouble(event), now)) {
      case Outcome.Refused _ -> throw new Later("the request is being merged");
      case Outcome.Accepted(List<Event> events) ->
          store.commit(Commit.of(request, head, events, now));
    };
  }

  private boolean isTold(Head head, Event.SyncFailed event) {
    return log.until(head.request().id(), head.request().sequence())
        .map(text -> EventJson.event(JsonText.object(text)))
        .anyMatch(
            each ->
                each instanceof Event.SyncFailed before
                    && before.destination().equals(event.destination())
                    && before.document().equals(event.document()));
  }
}
