package io.countersign.notify;

import io.countersign.delivery.Deliveries;
import io.countersign.delivery.Delivery;
import io.countersign.directory.PersonId;
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
import java.util.Objects;
import java.util.SortedSet;

/**
 * Makes it an event of the request when somebody who has to hear of one of its events was not
 * reached; each of them once, however often it is looked at.
 */
final class Unheard {
  private final Store store;
  private final History history;
  private final Deliveries deliveries;
  private final InstantSource clock;
  private final Contention contention;

  Unheard(
      Store store,
      History history,
      Deliveries deliveries,
      InstantSource clock,
      Contention contention) {
    this.store = store;
    this.history = history;
    this.deliveries = deliveries;
    this.clock = clock;
    this.contention = contention;
  }

  /**
   * Looks at what became of an event that was told by this word.
   *
   * @throws NotNow while the request is merged
   */
  void look(RequestId request, long sequence, String word, Event event) {
    Hearing hearing = Hearing.of(event);
    if (hearing == Hearing.NOBODY) {
      return;
    }
    List<Delivery> all =
        deliveries.of(request).stream()
            .filter(each -> each.sequence() == sequence && each.event().equals(word))
            .toList();
    List<Delivery> missed = hearing.missed(all);
    if (!missed.isEmpty()) {
      contention.until(() -> told(request, sequence, word, missed) ? request : null);
    }
  }

  private boolean told(RequestId request, long sequence, String word, List<Delivery> missed) {
    Head head = Objects.requireNonNull(store.read(Ask.state(request)).head(), "the request");
    SortedSet<PersonId> before =
        history.unreached(request, sequence, word, head.request().sequence());
    List<Event.Unreached> unreached =
        missed.stream()
            .filter(each -> !before.contains(each.person()))
            .map(each -> new Event.Unreached(each.person(), reason(each)))
            .toList();
    if (unreached.isEmpty()) {
      return true;
    }
    Instant now = clock.instant();
    Event.DeliveryFailed failed = new Event.DeliveryFailed(sequence, word, unreached);
    return switch (Requests.decide(head.request(), new Command.TellOfTrouble(failed), now)) {
      case Outcome.Refused _ -> throw new NotNow();
      case Outcome.Accepted(List<Event> events) ->
          store.commit(Commit.of(request, head, events, now));
    };
  }

  private static String reason(Delivery delivery) {
    return Objects.requireNonNullElse(delivery.reason(), "no reason is known");
  }

  /** The request is being merged: what is to be told is told afterwards. */
  static final class NotNow extends RuntimeException {
    private static final long serialVersionUID = 1;
  }
}
