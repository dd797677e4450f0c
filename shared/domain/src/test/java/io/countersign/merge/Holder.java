package io.countersign.merge;

import io.countersign.proposal.Wanted;
import io.countersign.revision.Revision;
import io.countersign.vault.Vault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who holds a lease, with all that they know, between two effects of the real merge: for
 * explorations of more than the merge alone.
 */
public final class Holder {
  private final Worker worker;

  private Holder(Worker worker) {
    this.worker = worker;
  }

  /** One who has just taken this plan and has seen nothing yet. */
  public static Holder of(Plan plan) {
    return new Holder(Worker.on(plan));
  }

  public Plan plan() {
    return worker.memory().plan();
  }

  /** How many things may be the next to take effect: calls side by side, or one write. */
  public int ways(Revision revision, List<Wanted> wanted) {
    return worker.underway().isEmpty() ? next(revision, wanted).size() : worker.underway().size();
  }

  /**
   * The same holder after one of them, or null when that was the last.
   *
   * @throws Fenced when the ledger does
   */
  public @Nullable Holder after(
      int way, Revision revision, List<Wanted> wanted, Vault vault, Ledger ledger) {
    if (!worker.underway().isEmpty()) {
      return called(worker, way, revision, vault);
    }
    List<Action> actions = next(revision, wanted);
    return switch (actions.getFirst()) {
      case Action.Note(Plan plan) -> {
        ledger.note(plan);
        yield with(worker.memory().noted(plan));
      }
      case Action.End(var end, Plan last) -> {
        ledger.end(end, last);
        yield with(worker.memory().ended(last));
      }
      case Action.Call _ ->
          called(
              worker.calling(actions.stream().map(each -> (Action.Call) each).toList()),
              way,
              revision,
              vault);
    };
  }

  private List<Action> next(Revision revision, List<Wanted> wanted) {
    return MergeStep.next(worker.memory(), Tokens.of(revision), wanted);
  }

  private static Holder called(Worker calling, int way, Revision revision, Vault vault) {
    Action.Call call = calling.underway().get(way);
    Observed before = calling.memory().of(call.document());
    Observed seen = new Hand(Tokens.of(revision), vault).make(call, before);
    return new Holder(calling.made(call, seen));
  }

  /** Over when nothing is left in the plan. */
  private static @Nullable Holder with(Memory memory) {
    return memory.plan().documents().isEmpty() ? null : new Holder(Worker.with(memory));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Holder holder && worker.equals(holder.worker);
  }

  @Override
  public int hashCode() {
    return worker.hashCode();
  }

  @Override
  public String toString() {
    return worker.memory().observed() + (worker.underway().isEmpty() ? "" : " in calls");
  }
}
