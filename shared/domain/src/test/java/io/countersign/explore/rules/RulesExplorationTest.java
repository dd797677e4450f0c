package io.countersign.explore.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.explore.search.Search;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * One admin alone, with a second account and a machine, loosens nothing: neither what is open nor
 * what is still to come needs less, whatever they ask for, revise, vote on and merge, in whatever
 * order, and whatever others agree to meanwhile.
 */
@Tag("exploration")
class RulesExplorationTest {
  private static final int LEAST_STATES = 1_000;
  private static final int MOST_STATES = 100_000;

  @ParameterizedTest
  @EnumSource(Life.Play.class)
  void everyPromiseIsKept(Life.Play play) {
    long start = System.nanoTime();
    Search<Scene, Deed, Promise> search = RulesTour.search(play, null, 0, MOST_STATES);
    System.out.printf(
        "rules, %s: %,d states, %.1f s, %d promises kept%n",
        play, search.states(), (System.nanoTime() - start) / 1e9, Promise.values().length);
    assertThat(search.broken()).isNull();
    assertThat(search.whole()).isTrue();
    assertThat(search.states()).isGreaterThan(LEAST_STATES);
  }

  @Test
  void withoutAnyOfTheGuardsAPromiseIsBroken() {
    System.out.printf("%-18s %9s  %s%n", "rules without", "states", "breaks");
    for (Guard guard : Guard.values()) {
      Life.Play play =
          guard == Guard.SURROUNDINGS || guard == Guard.LOOKED
              ? Life.Play.TOGETHER
              : Life.Play.ALONE;
      Search<Scene, Deed, Promise> search = RulesTour.search(play, guard, 0, MOST_STATES);
      Search.Broken<Promise> broken = search.broken();
      System.out.printf(
          "%-18s %,9d  %s%n",
          guard, search.states(), broken == null ? "nothing" : broken.promises());
      assertThat(broken).as(guard.name()).isNotNull();
      assertThat(guard.keeps())
          .as(guard.name())
          .containsAnyElementsOf(Objects.requireNonNull(broken).promises());
    }
  }
}
