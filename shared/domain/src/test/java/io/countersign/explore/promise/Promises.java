package io.countersign.explore.promise;

import io.countersign.explore.act.Deed;
import io.countersign.explore.realm.Realm;
import io.countersign.explore.search.Judge;
import io.countersign.explore.world.Filed;
import io.countersign.explore.world.World;
import io.countersign.merge.Plan;
import io.countersign.request.Event;
import io.countersign.store.Commit;
import io.countersign.store.Head;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judges every step. */
public record Promises(Realm realm) implements Judge<World, Deed, Promise> {
  @Override
  public Set<Promise> broken(World before, Deed deed, World after) {
    Set<Promise> broken = EnumSet.noneOf(Promise.class);
    Commit commit = deed.commit();
    if (commit != null) {
      new Standing(before, deed, commit, after, broken).judge();
      new Ending(realm, World.number(commit.after().id()), before, broken).judge(commit.events());
      new Parting(realm, before, commit, broken).judge();
      fenced(before, commit, broken);
    }
    switch (deed) {
      case Deed.Committed committed -> {
        Decided decided = new Decided(before, committed, after, broken);
        for (Event event : committed.commit().events()) {
          new Proposing(decided).judge(event);
          new Starting(decided).judge(event);
        }
        new Voting(decided).judge(committed.commit().events());
      }
      case Deed.Worked worked -> new Writing(realm, before, worked, after, broken).judge();
      case Deed.Reading _,
          Deed.Refused _,
          Deed.Arrived _,
          Deed.Turned _,
          Deed.Wrote _,
          Deed.Tampered _,
          Deed.Passed _ -> {}
    }
    return broken;
  }

  /** A plan is written by who holds the last lease of it. */
  private static void fenced(World before, Commit commit, Set<Promise> broken) {
    Filed filed = before.filed(World.number(commit.after().id()));
    Head basis = commit.before();
    if (filed != null && basis != null && fence(basis.locking()) != fence(filed.head().locking())) {
      broken.add(Promise.S14);
    }
  }

  private static long fence(@Nullable Plan plan) {
    return plan == null ? -1 : plan.lease().fence();
  }
}
