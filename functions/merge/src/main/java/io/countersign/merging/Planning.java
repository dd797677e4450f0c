package io.countersign.merging;

import io.countersign.edge.command.Locked;
import io.countersign.edge.command.Sight;
import io.countersign.merge.Plan;
import io.countersign.policy.Rules;
import io.countersign.request.Event;
import io.countersign.request.Request;
import io.countersign.revision.Revision;
import io.countersign.store.Commit;
import io.countersign.store.Counters;
import io.countersign.store.Head;
import io.countersign.store.Repeat;
import io.countersign.store.Store;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Commits the plan of a merge that was decided, and carries it out at once. */
final class Planning {
  private final Store store;
  private final Carrying carrying;
  private final Ledgers ledgers;

  Planning(Store store, Carrying carrying, Ledgers ledgers) {
    this.store = store;
    this.carrying = carrying;
    this.ledgers = ledgers;
  }

  /** What a decision rested on, and what who asked for it may see. */
  record Basis(Head head, Revision revision, Rules rules, Counters counters, Sight sight) {}

  /**
   * The request afterwards, or null when something was not as read any more.
   *
   * @param plan leased to this invocation
   * @throws ProblemException 409 while another merge holds one of the documents
   */
  @Nullable Request carryOut(
      Basis basis, Plan plan, List<Event> events, Instant now, @Nullable Repeat repeat) {
    Revision revision = basis.revision();
    Locked locked = Locked.find(store, plan, basis.sight());
    if (locked != null) {
      throw locked.problem(basis.sight().directory()).asException();
    }
    Commit commit =
        Commit.of(revision.request(), basis.head(), events, now)
            .with(plan)
            .resting(basis.counters())
            .repeatable(repeat);
    return store.commit(commit)
        ? carrying.carry(ledgers.after(commit, basis.head()), revision)
        : null;
  }
}
