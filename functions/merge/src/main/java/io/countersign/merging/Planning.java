package io.countersign.merging;

import io.countersign.edge.command.Grounds;
import io.countersign.edge.command.Locked;
import io.countersign.merge.Plan;
import io.countersign.request.Event;
import io.countersign.request.Request;
import io.countersign.request.Status;
import io.countersign.store.Commit;
import io.countersign.store.Repeat;
import io.countersign.store.Store;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Commits the plan of a merge that was decided, and carries it out at once; access is given by the
 * transaction itself, and has none.
 */
final class Planning {
  private final Store store;
  private final Carrying carrying;
  private final Ledgers ledgers;

  Planning(Store store, Carrying carrying, Ledgers ledgers) {
    this.store = store;
    this.carrying = carrying;
    this.ledgers = ledgers;
  }

  /**
   * The request afterwards, or null when something was not as read any more.
   *
   * @param plan leased to this invocation
   * @throws ProblemException 409 while another merge holds one of the documents
   */
  @Nullable Request carryOut(
      Grounds on, Plan plan, List<Event> events, Instant now, @Nullable Repeat repeat) {
    Commit decided = on.commit(events, now).repeatable(repeat);
    if (decided.after().status() != Status.MERGING) {
      return store.commit(decided) ? decided.after() : null;
    }
    Locked locked = Locked.find(store, plan, on.request().id(), on.sight());
    if (locked != null) {
      throw locked.problem(on.directory()).asException();
    }
    Commit commit = decided.with(plan);
    return store.commit(commit)
        ? carrying.carry(ledgers.after(commit, on.head()), on.revision())
        : null;
  }
}
