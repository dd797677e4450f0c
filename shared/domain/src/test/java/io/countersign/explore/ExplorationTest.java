package io.countersign.explore;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.explore.realm.Realms;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The whole engine, in every state that each realm can come to. Nothing is left to chance: there is
 * no seed.
 */
@Tag("exploration")
class ExplorationTest {
  private static final int LEAST_STATES = 1_000_000;

  @Test
  void everyPromiseIsKeptInEveryState() {
    Tour tour = Tour.of(Realms.all(), Integer.MAX_VALUE);
    System.out.println(tour);
    for (Finding finding : tour.broken()) {
      assertThat(finding.broken()).as(finding.told()).isEmpty();
    }
    assertThat(tour.unfinished()).isEmpty();
    assertThat(tour.states()).isGreaterThanOrEqualTo(LEAST_STATES);
  }
}
