package io.countersign.explore.rules;

import io.countersign.explore.search.Search;
import org.jspecify.annotations.Nullable;

/** Explores what one admin may try with the rules themselves. */
public final class RulesTour {
  private RulesTour() {}

  /**
   * Explores every play, and says what came of it.
   *
   * @param more how many more things Ada asks for than in the tests
   * @param most how many states of a play are visited at most
   * @return whether every promise is kept
   */
  public static boolean kept(int more, int most) {
    boolean kept = true;
    for (Life.Play play : Life.Play.values()) {
      Search<Scene, Deed, Promise> search = search(play, null, more, most);
      kept &= search.broken() == null;
      System.out.printf(
          "rules, %s, %d moves: %,d states%s, %s%n",
          play,
          play.moves() + more,
          search.states(),
          search.whole() ? "" : ", not all",
          search.broken() == null ? Promise.values().length + " promises kept" : search.broken());
    }
    return kept;
  }

  static Search<Scene, Deed, Promise> search(
      Life.Play play, @Nullable Guard without, int more, int most) {
    return Search.hunt(new Life(play, new Engine(without), play.moves() + more), Promise::broken)
        .run(states -> states < most);
  }
}
