package io.countersign.explore;

import io.countersign.explore.realm.Realms;
import io.countersign.explore.rules.RulesTour;

/** {@code ./dev explore}: goes deeper than the tests do. */
public final class Main {
  private static final int MOST_STATES = 4_000_000;

  private Main() {}

  /**
   * Explores, and ends with status 1 when a promise is broken.
   *
   * @param words how many more of everything may happen, one by default; and how many states of a
   *     realm to visit at most
   */
  public static void main(String[] words) {
    int more = words.length > 0 ? Integer.parseInt(words[0]) : 1;
    int most = words.length > 1 ? Integer.parseInt(words[1]) : MOST_STATES;
    Tour tour = Tour.of(Realms.all().stream().map(each -> each.deeper(more)).toList(), most);
    tour.broken().forEach(each -> System.out.println(each.told()));
    System.out.println(tour);
    boolean rules = RulesTour.kept(more, most);
    System.exit(tour.broken().isEmpty() && rules ? 0 : 1);
  }
}
