package io.countersign.tick;

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
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Writes down that a request's time is over. */
final class Expiry {
  private final Store store;
  private final InstantSource clock;
  private final Contention contention;

  Expiry(Store store, InstantSource clock, Contention contention) {
    this.store = store;
    this.clock = clock;
    this.contention = contention;
  }

  /** Nothing happens to a request that is not due after all. */
  void expire(RequestId id) {
    contention.until(() -> attempt(id) ? id : null);
  }

  private boolean attempt(RequestId id) {
    Head head = store.read(Ask.state(id)).head();
    if (head == null) {
      return true;
    }
    Instant now = clock.instant();
    return switch (Requests.decide(head.request(), new Command.Expire(), now)) {
      case Outcome.Refused _ -> true;
      case Outcome.Accepted(List<Event> events) -> store.commit(Commit.of(id, head, events, now));
    };
  }
}
