package io.countersign.explore;

import io.countersign.explore.act.Deed;
import io.countersign.explore.act.Engine;
import io.countersign.explore.act.Life;
import io.countersign.explore.guard.Guard;
import io.countersign.explore.promise.Promise;
import io.countersign.explore.promise.Promises;
import io.countersign.explore.search.Judge;
import io.countersign.explore.search.Search;
import io.countersign.explore.world.World;
import java.util.List;
import java.util.Set;

/**
 * The hunt for what breaks without a guard.
 *
 * @param states how many were seen until then
 * @param broken the promises that the step broke, the guard's own among them; none when it was not
 *     broken
 * @param trace how that came about
 * @param behind how many states there are, the guard's promise kept in each, where only those are
 *     left out that stand before it; 0 where none does, and -1 where it was broken
 */
record Hunt(Guard guard, int states, Set<Promise> broken, List<String> trace, int behind) {
  static Hunt of(Guard guard) {
    Search<World, Deed, Promise> without = search(guard, guard);
    Search.Broken<Promise> broken = without.broken();
    Engine before = guard.behind();
    return new Hunt(
        guard,
        without.states(),
        broken == null ? Set.of() : broken.promises(),
        broken == null ? List.of() : broken.trace(),
        before == null ? 0 : behind(guard, before));
  }

  private static int behind(Guard guard, Engine before) {
    Search<World, Deed, Promise> search = search(guard, before);
    return search.broken() == null ? search.states() : -1;
  }

  /** Goes past everything else that breaks on the way. */
  private static Search<World, Deed, Promise> search(Guard guard, Engine engine) {
    Promises promises = new Promises(guard.realm());
    Judge<World, Deed, Promise> judge =
        (before, deed, after) -> {
          Set<Promise> broken = promises.broken(before, deed, after);
          return broken.contains(guard.keeps()) ? broken : Set.of();
        };
    return Search.<World, Deed, Promise>hunt(new Life(guard.realm(), engine), judge).run(_ -> true);
  }

  /** A row of the table. */
  @Override
  public String toString() {
    return "%-18s %-58s %-15s %,9d  %s%s"
        .formatted(
            guard.name(),
            guard.words(),
            guard.realm().name(),
            states,
            broken,
            behind == 0
                ? ""
                : "  (with it, but without what stands before it: none in %,d)".formatted(behind));
  }

  static String header() {
    return "%-18s %-58s %-15s %9s  %s".formatted("WITHOUT", "THAT", "IN", "STATES", "BREAKS");
  }
}
