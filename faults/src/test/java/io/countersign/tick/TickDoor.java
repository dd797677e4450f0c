package io.countersign.tick;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.countersign.delivery.Rounds;
import io.countersign.delivery.Rounds.Round;
import io.countersign.destination.Lane;
import io.countersign.destination.Standings;
import io.countersign.edge.command.Pauses;
import io.countersign.outbox.Bus;
import io.countersign.outbox.Outbox;
import io.countersign.outbox.Publishing;
import io.countersign.revision.RequestId;
import io.countersign.store.Due;
import io.countersign.store.Store;
import io.countersign.vault.Proposals;
import io.countersign.waiting.Keeping;
import io.countersign.waiting.WaitingLists;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The handler on ports that are given. */
public final class TickDoor {
  private TickDoor() {}

  public static RequestStreamHandler handler(
      Due due,
      Store store,
      Consumer<RequestId> wake,
      Outbox outbox,
      WaitingLists lists,
      Bus bus,
      Proposals proposals,
      Rounds rounds,
      Consumer<Round> hand,
      Standings standings,
      BiConsumer<Lane, Duration> lanes,
      InstantSource clock) {
    return new TickHandler(
        new Tick(
            due,
            new Expiry(store, clock, Pauses.contention()),
            wake,
            outbox,
            new Keeping(store, lists, Pauses.contention()),
            new Publishing(outbox, bus),
            new Orphans(proposals, store),
            new Nudging(rounds, store, hand, clock),
            new Lanes(standings, lanes),
            clock));
  }
}
