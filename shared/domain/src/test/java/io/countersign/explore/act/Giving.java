package io.countersign.explore.act;

import io.countersign.explore.realm.Coin;
import io.countersign.explore.realm.Errand;
import io.countersign.explore.realm.Realm;
import io.countersign.explore.search.Space.Step;
import io.countersign.explore.world.Crew;
import io.countersign.explore.world.Filed;
import io.countersign.explore.world.Hand;
import io.countersign.explore.world.Part;
import io.countersign.explore.world.Worker;
import io.countersign.explore.world.World;
import io.countersign.merge.Holder;
import io.countersign.store.Commit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Commands being given: begun, read by read, and committed; or all of it at once. */
record Giving(Realm realm, Engine engine, Reading reading, Deciding deciding) {
  List<Step<World, Deed>> next(World world) {
    List<Step<World, Deed>> steps = new ArrayList<>();
    for (int i = 0; i < realm.hands(); i++) {
      Hand hand = world.get(Part.HANDS.get(i));
      if (hand != null) {
        steps.add(advanced(world, i, hand));
      }
    }
    int free = free(world);
    for (Errand errand : realm.errands()) {
      if (!sensible(world, errand)) {
        continue;
      }
      Hand begun = reading.begun(world, errand);
      if (free >= 0) {
        Hand hand = reading.next(world, begun);
        steps.add(new Step<>(new Deed.Reading(hand), world.with(Part.HANDS.get(free), hand)));
      }
      if (realm.pace() == Realm.Pace.WHOLE_TOO) {
        whole(world, begun, steps);
      }
    }
    return steps;
  }

  /** The first free place for a command under way, or -1. */
  private int free(World world) {
    for (int i = 0; i < realm.hands(); i++) {
      if (world.get(Part.HANDS.get(i)) == null) {
        return i;
      }
    }
    return -1;
  }

  /** What cannot but come to nothing need not be begun. */
  private boolean sensible(World world, Errand errand) {
    Coin coin = errand.coin();
    boolean there = world.filed(errand.request()) != null;
    return (coin == null || world.purse().has(coin)) && there != errand instanceof Errand.Submit;
  }

  private Step<World, Deed> advanced(World world, int at, Hand hand) {
    if (!reading.done(hand)) {
      Hand next = reading.next(world, hand);
      return new Step<>(new Deed.Reading(next), world.with(Part.HANDS.get(at), next));
    }
    World idle = world.with(Part.HANDS.get(at), null);
    Step<World, Deed> step = finished(idle, hand);
    return step == null ? new Step<>(new Deed.Refused(hand), idle) : step;
  }

  private void whole(World world, Hand begun, List<Step<World, Deed>> steps) {
    Hand hand = begun;
    while (!reading.done(hand)) {
      hand = reading.next(world, hand);
    }
    Step<World, Deed> step = finished(world, hand);
    if (step != null) {
      steps.add(step);
    }
  }

  private @Nullable Step<World, Deed> finished(World world, Hand hand) {
    Errand errand = hand.errand();
    Coin coin = errand.coin();
    if (coin != null && !world.purse().has(coin)) {
      return null;
    }
    Commit commit = deciding.commit(world, hand);
    World after = commit == null ? null : new Table(world, engine).commit(commit);
    if (commit == null || after == null) {
      return null;
    }
    World spent = coin == null ? after : after.spending(coin);
    return new Step<>(new Deed.Committed(hand, commit), manned(spent, errand));
  }

  /** Who commits a plan, or takes one over, goes on with it at once. */
  private static World manned(World world, Errand errand) {
    return switch (errand) {
      case Errand.StartMerge _, Errand.Automatic _, Errand.TakeUp _, Errand.Resume _ -> {
        int request = errand.request();
        Filed filed = Objects.requireNonNull(world.filed(request));
        Holder holder = Holder.of(Objects.requireNonNull(filed.head().plan()));
        Crew crew = world.crew(request);
        yield world.with(request, crew.and(new Worker(filed.head(), holder)));
      }
      default -> world;
    };
  }
}
