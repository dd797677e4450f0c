package io.countersign.tick;

import io.countersign.delivery.Reminding;
import io.countersign.delivery.Rounds;
import io.countersign.delivery.Rounds.Round;
import io.countersign.request.Status;
import io.countersign.revision.Revision;
import io.countersign.store.Ask;
import io.countersign.store.Head;
import io.countersign.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Has approvers reminded, a round at a time, as long as their votes are waited for. */
final class Nudging {
  private final Rounds rounds;
  private final Store store;
  private final Consumer<Round> hand;
  private final InstantSource clock;

  Nudging(Rounds rounds, Store store, Consumer<Round> hand, InstantSource clock) {
    this.rounds = rounds;
    this.store = store;
    this.hand = hand;
    this.clock = clock;
  }

  List<Round> due(Instant now, int limit) {
    return rounds.due(now, limit);
  }

  /** Hands the round on before the next one takes its place, so that none is lost. */
  void remind(Round round) {
    Instant now = clock.instant();
    Head head = store.read(Ask.state(round.request())).head();
    if (head == null || !Reminding.waits(head.request(), round, now)) {
      end(round, head);
      return;
    }
    hand.accept(round);
    Revision revision = store.revision(round.request(), round.digest());
    rounds.next(
        round, revision == null ? null : Reminding.after(head.request(), revision, round, now));
  }

  /** A merge that is under way may come to nothing: then the votes count again. */
  private void end(Round round, @Nullable Head head) {
    if (head == null || head.request().status() != Status.MERGING) {
      rounds.next(round, null);
    }
  }
}
