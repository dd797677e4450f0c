package io.countersign.tick;

import io.countersign.destination.Lane;
import io.countersign.destination.Standings;
import java.time.Duration;
import java.time.Instant;
import java.util.SortedSet;
import java.util.function.BiConsumer;

/** Has the lanes looked at in which something is due. */
record Lanes(Standings standings, BiConsumer<Lane, Duration> wake) {
  SortedSet<Lane> waiting(Instant now) {
    return standings.waiting(now);
  }

  void wake(Lane lane) {
    wake.accept(lane, Duration.ZERO);
  }
}
