package io.countersign.explore.act;

import io.countersign.explore.world.Filed;
import io.countersign.explore.world.Part;
import io.countersign.explore.world.Worker;
import io.countersign.explore.world.World;
import io.countersign.merge.Fenced;
import io.countersign.merge.Holder;
import io.countersign.merge.Ledger;
import io.countersign.merge.Plan;
import io.countersign.proposal.Wanted;
import io.countersign.request.Command;
import io.countersign.request.Event;
import io.countersign.request.Outcome;
import io.countersign.request.Requests;
import io.countersign.revision.Revision;
import io.countersign.store.Commit;
import io.countersign.store.Head;
import io.countersign.vault.FakeVault;
import io.countersign.vault.VaultUnavailable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One step of one worker, who writes to the table as the merge function does. */
final class Stride implements Ledger {
  private final Engine engine;
  private final Worker worker;
  private World world;
  private Head known;
  private @Nullable Commit sent;
  private @Nullable Commit taken;

  Stride(World world, Engine engine, Worker worker) {
    this.engine = engine;
    this.worker = worker;
    this.world = world;
    this.known = worker.known();
  }

  /** The worker afterwards, or null when that was their last step. */
  @Nullable Worker made(int way, Revision revision, List<Wanted> wanted) {
    FakeVault vault = Secrets.of(world).vault();
    Holder next = after(way, revision, wanted, vault);
    world = world.with(Part.VAULT, vault.snapshot());
    return next == null ? null : new Worker(known, next);
  }

  private @Nullable Holder after(int way, Revision revision, List<Wanted> wanted, FakeVault vault) {
    try {
      return worker.holder().after(way, revision, wanted, engine.written(vault), this);
    } catch (Fenced | VaultUnavailable e) {
      return null;
    }
  }

  World world() {
    return world;
  }

  /** What it wrote to the table, whatever came of it; or null. */
  @Nullable Commit sent() {
    return sent;
  }

  /** The same if the table took it; else null. */
  @Nullable Commit taken() {
    return taken;
  }

  @Override
  public void note(Plan plan) {
    Plan kept = plan.documents().isEmpty() ? null : plan;
    send(new Commit(known, known.request(), kept, List.of(), now(), null, null, null));
  }

  @Override
  public void end(Command command, Plan plan) {
    switch (Requests.decide(known.request(), command, now())) {
      case Outcome.Accepted(List<Event> events) -> {
        Commit commit = Commit.of(known.request().id(), known, events, now());
        Plan left = command instanceof Command.Fail ? plan : plan.afterwards();
        send(left.documents().isEmpty() ? commit : commit.with(left));
      }
      case Outcome.Refused _ -> throw new Fenced();
    }
  }

  private Instant now() {
    return world.get(Part.DAY).now();
  }

  private void send(Commit commit) {
    sent = commit;
    World after = new Table(world, engine).commit(commit);
    if (after == null) {
      throw new Fenced();
    }
    taken = commit;
    world = after;
    Filed filed = Objects.requireNonNull(after.filed(World.number(commit.after().id())));
    known = filed.head();
  }
}
