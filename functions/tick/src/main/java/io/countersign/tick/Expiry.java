package io.countersign.tick;

import io.countersign.directory.Grant;
import io.countersign.directory.GrantId;
import io.countersign.policy.Rules;
import io.countersign.request.Command;
import io.countersign.request.Event;
import io.countersign.request.Outcome;
import io.countersign.request.Requests;
import io.countersign.revision.RequestId;
import io.countersign.store.Ask;
import io.countersign.store.Commit;
import io.countersign.store.Contention;
import io.countersign.store.Counters;
import io.countersign.store.Head;
import io.countersign.store.Reading;
import io.countersign.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;

/** Writes down that a request's time is over, or that of the access it gave. */
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

  /** Nothing happens to access whose end was moved meanwhile. */
  void end(RequestId id) {
    contention.until(() -> ended(id) ? id : null);
  }

  private boolean ended(RequestId id) {
    Reading read = store.read(new Ask(null, id, null, null, id.project()));
    Head head = read.head();
    Counters counters = Objects.requireNonNull(read.counters(), "asked for");
    Rules rules = Objects.requireNonNull(store.rules(counters), "a request has its project");
    Grant grant = rules.grant(new GrantId(id.toString()));
    if (head == null || grant == null) {
      return true;
    }
    Instant now = clock.instant();
    return switch (Requests.decide(head.request(), new Command.EndAccess(grant), now)) {
      case Outcome.Refused _ -> true;
      case Outcome.Accepted(List<Event> events) ->
          store.commit(Commit.of(id, head, events, now).resting(counters));
    };
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
