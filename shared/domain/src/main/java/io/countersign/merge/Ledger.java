package io.countersign.merge;

import io.countersign.request.Command;

/** Where the plan is recorded: each write is a transaction on the holder's fencing number. */
public interface Ledger {
  /**
   * Records the plan; of one without documents nothing is kept.
   *
   * @throws Fenced when the lease is not this holder's any more
   */
  void note(Plan plan);

  /**
   * Commits the end of the merge with its events.
   *
   * @param plan how far each document came
   * @throws Fenced when the lease is not this holder's any more
   */
  void end(Command command, Plan plan);
}
