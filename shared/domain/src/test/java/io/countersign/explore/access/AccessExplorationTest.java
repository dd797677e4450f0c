package io.countersign.explore.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.explore.search.Search;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Access keeps its promises in every state that a request for it, one to extend it, votes, a policy
 * made stricter, revocation, wrong clocks and crashes can bring about.
 */
@Tag("exploration")
class AccessExplorationTest {
  private static final int LEAST_STATES = 10_000;
  private static final int MOST_STATES = 400_000;

  @Test
  void everyPromiseIsKept() {
    long start = System.nanoTime();
    Search<Scene, Deed, Promise> search =
        Search.hunt(new Life(new Engine(null)), Promise::broken)
            .run(states -> states < MOST_STATES);
    System.out.printf(
        "access: %,d states, %.1f s, %d promises kept%n",
        search.states(), (System.nanoTime() - start) / 1e9, Promise.values().length);
    assertThat(search.broken()).isNull();
    assertThat(search.whole()).isTrue();
    assertThat(search.states()).isGreaterThan(LEAST_STATES);
  }

  @Test
  void withoutAnyOfTheGuardsAPromiseIsBroken() {
    System.out.printf("%-12s %9s  %s%n", "access without", "states", "breaks");
    for (Guard guard : Guard.values()) {
      Search<Scene, Deed, Promise> search =
          Search.hunt(new Life(new Engine(guard)), Promise::broken).run(_ -> true);
      Search.Broken<Promise> broken = search.broken();
      System.out.printf(
          "%-14s %,9d  %s%n",
          guard, search.states(), broken == null ? "nothing" : broken.promises());
      assertThat(broken).as(guard.name()).isNotNull();
      assertThat(guard.keeps())
          .as(guard.name())
          .containsAnyElementsOf(Objects.requireNonNull(broken).promises());
    }
  }
}
