package io.countersign.explore;

import io.countersign.explore.act.Deed;
import io.countersign.explore.act.Engine;
import io.countersign.explore.act.Life;
import io.countersign.explore.promise.Hope;
import io.countersign.explore.promise.Promise;
import io.countersign.explore.promise.Promises;
import io.countersign.explore.realm.Realm;
import io.countersign.explore.search.Search;
import io.countersign.explore.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What came of exploring one realm.
 *
 * @param states how many are distinct
 * @param steps between them
 * @param whole whether all were visited
 * @param broken the promises that a step broke, or that nothing can keep any more
 * @param trace how that came about, step by step
 */
record Finding(
    Realm realm,
    int states,
    int steps,
    Duration time,
    boolean whole,
    Set<Promise> broken,
    List<String> trace) {
  /**
   * Explores.
   *
   * @param goOn asked with the number of states from time to time
   */
  static Finding of(Realm realm, IntPredicate goOn) {
    long start = System.nanoTime();
    Search<World, Deed, Promise> search =
        Search.complete(new Life(realm, Engine.REAL), new Promises(realm)).run(goOn);
    Search.Broken<Promise> broken = search.broken();
    if (broken == null && search.whole()) {
      broken = hopeless(realm, search);
    }
    return new Finding(
        realm,
        search.states(),
        search.steps(),
        Duration.ofNanos(System.nanoTime() - start),
        search.whole(),
        broken == null ? Set.of() : broken.promises(),
        broken == null ? List.of() : broken.trace());
  }

  /** A state from which there is no way to where there must be one. */
  private static Search.@Nullable Broken<Promise> hopeless(
      Realm realm, Search<World, Deed, Promise> search) {
    for (int request = 0; request < realm.proposals().size(); request++) {
      Hope hope = new Hope(realm, request);
      List<String> endless = search.stranded(hope::begun, hope::ended);
      if (endless != null) {
        return new Search.Broken<>(Set.of(Promise.V1), endless);
      }
      List<String> unmerged = search.stranded(hope::deserving, hope::merged);
      if (unmerged != null) {
        return new Search.Broken<>(Set.of(Promise.V2), unmerged);
      }
    }
    return null;
  }

  /** What broke, and how that came about. */
  String told() {
    return realm.name() + " breaks " + broken + ":\n" + String.join("\n", trace);
  }

  /** One line. */
  @Override
  public String toString() {
    return "%-16s %,10d states %,11d steps %6.1f s%s  %s; %d hand%s%s"
        .formatted(
            realm.name(),
            states,
            steps,
            time.toMillis() / 1000.0,
            whole ? "" : " (not all)",
            realm.purse(),
            realm.hands(),
            realm.hands() == 1 ? "" : "s",
            broken.isEmpty() ? "" : "  BROKEN " + broken);
  }
}
