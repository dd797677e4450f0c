package io.countersign.explore.act;

import io.countersign.directory.Directory;
import io.countersign.explore.realm.Coin;
import io.countersign.explore.realm.Realm;
import io.countersign.explore.search.Space.Step;
import io.countersign.explore.world.Late;
import io.countersign.explore.world.Part;
import io.countersign.explore.world.Worker;
import io.countersign.explore.world.World;
import io.countersign.proposal.Draft;
import io.countersign.proposal.Wanted;
import io.countersign.revision.Revision;
import io.countersign.store.Commit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Those who carry plans out: each call and each write of the real merge, one by one, and a death
 * between them.
 */
record Working(Realm realm, Engine engine, Drafts drafts) {
  List<Step<World, Deed>> next(World world) {
    List<Step<World, Deed>> steps = new ArrayList<>();
    for (int request : World.REQUESTS) {
      for (int at = 0; at < world.crew(request).workers().size(); at++) {
        worked(world, request, at, steps);
      }
    }
    Late late = world.get(Part.LATE);
    if (late != null) {
      steps.add(arrived(world.with(Part.LATE, null), late));
    }
    return steps;
  }

  private Step<World, Deed> arrived(World world, Late late) {
    World landed = new Table(world, engine).commit(late.commit());
    return landed == null
        ? new Step<>(new Deed.Arrived(late, null), world)
        : new Step<>(new Deed.Arrived(late, late.commit()), landed);
  }

  private void worked(World world, int request, int at, List<Step<World, Deed>> steps) {
    Revision revision = Objects.requireNonNull(world.filed(request)).revision();
    List<Wanted> wanted =
        engine.wanted(
            drafts.wanted(revision, world.pending(request), engine), () -> anew(world, revision));
    Worker worker = world.crew(request).workers().get(at);
    Commit sent = null;
    for (int way = 0; way < worker.holder().ways(revision, wanted); way++) {
      Stride stride = new Stride(world, engine, worker);
      Worker left = stride.made(way, revision, wanted);
      sent = stride.sent();
      steps.add(
          new Step<>(
              new Deed.Worked(request, worker, stride.taken(), Deed.Fate.LIVED),
              stride.world().with(request, world.crew(request).with(at, left))));
    }
    if (world.purse().has(Coin.CRASH)) {
      Deed dies = new Deed.Worked(request, worker, null, Deed.Fate.DIED);
      World dead = world.with(request, world.crew(request).with(at, null)).spending(Coin.CRASH);
      steps.add(new Step<>(dies, dead));
      if (sent != null && world.get(Part.LATE) == null) {
        steps.add(new Step<>(dies, dead.with(Part.LATE, new Late(request, sent))));
      }
    }
  }

  /** What the revision wants, as if it were made just now. */
  private List<Wanted> anew(World world, Revision revision) {
    Draft draft =
        drafts.draft(
            World.number(revision.request()),
            revision.number(),
            realm,
            Secrets.of(world).found(revision.touched()));
    return Wanted.of(
        Revision.sealed(
            revision.request(),
            revision.token(),
            revision.author(),
            "",
            "",
            draft.operations(),
            draft.documents(),
            List.of(),
            Directory.EMPTY,
            revision.madeAt()),
        draft.sealings());
  }
}
