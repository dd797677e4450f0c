package io.countersign.explore.act;

import io.countersign.explore.realm.Realm;
import io.countersign.explore.search.Space;
import io.countersign.explore.world.World;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that can happen in a realm, with the real engine or with one whose guard is left out. */
public final class Life implements Space<World, Deed> {
  private final Realm realm;
  private final Giving giving;
  private final Working working;
  private final Surrounding surrounding;
  private final Witness witness;

  public Life(Realm realm, Engine engine) {
    Drafts drafts = new Drafts();
    this.realm = realm;
    this.giving =
        new Giving(
            realm,
            engine,
            new Reading(realm, engine),
            new Deciding(realm, engine, new Asking(realm, drafts)));
    this.working = new Working(realm, engine, drafts);
    this.surrounding = new Surrounding(realm);
    this.witness = new Witness(realm);
  }

  @Override
  public World start() {
    return World.of(realm);
  }

  @Override
  public List<Step<World, Deed>> next(World from) {
    List<Step<World, Deed>> steps = new ArrayList<>(giving.next(from));
    steps.addAll(working.next(from));
    steps.addAll(surrounding.next(from));
    return steps.stream()
        .map(each -> new Step<>(each.deed(), witness.seen(from, each.deed(), each.after())))
        .toList();
  }

  @Override
  public @Nullable Object[] apart(World state) {
    return state.parts();
  }

  @Override
  public World together(@Nullable Object[] parts) {
    return World.of(parts);
  }
}
