package io.countersign.merge;

import io.countersign.request.Command;
import io.countersign.vault.FakeVault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One state of everything: what is stored, who is alive, and what may still go wrong.
 *
 * @param plan as recorded
 * @param end as committed, or null
 * @param worker what the holder of the lease knows, or null when it is dead
 * @param stale what a former holder knows that ought to be dead, or null
 * @param late a write of a dead holder that is still under way to the table, or null
 * @param truth who wrote what, for each document
 */
record Saga(
    FakeVault.Snapshot vault,
    Plan plan,
    @Nullable Command end,
    Merge.@Nullable Memory worker,
    Merge.@Nullable Memory stale,
    @Nullable Late late,
    List<Ghost> truth,
    int crashes,
    int writes) {
  /** A write of the plan or of the end. */
  record Late(long fence, @Nullable Plan plan, @Nullable Command end) {}

  /** Whose value stands under the key that the change is about. */
  enum Owner {
    BASE,
    US,
    OTHERS
  }

  /**
   * What nobody in the protocol can see.
   *
   * @param applied how often the change took effect
   * @param undone whether it was taken back by us
   */
  record Ghost(Owner owner, int applied, boolean undone) {}

  /** Whether nothing is left to be done by anybody. */
  boolean over() {
    return end != null && (!(end instanceof Command.Finish) || plan.documents().isEmpty());
  }

  Saga with(FakeVault.Snapshot next, List<Ghost> seen) {
    return new Saga(next, plan, end, worker, stale, late, seen, crashes, writes);
  }

  Saga with(Plan next, @Nullable Command ended) {
    return new Saga(vault, next, ended, worker, stale, late, truth, crashes, writes);
  }

  Saga with(Merge.@Nullable Memory next, Merge.@Nullable Memory former) {
    return new Saga(vault, plan, end, next, former, late, truth, crashes, writes);
  }

  Saga dead(@Nullable Late underway, int left) {
    return new Saga(vault, plan, end, null, stale, underway, truth, left, writes);
  }

  Saga delivered() {
    return new Saga(vault, plan, end, worker, stale, null, truth, crashes, writes);
  }

  Saga written() {
    return new Saga(vault, plan, end, worker, stale, late, truth, crashes, writes - 1);
  }
}
