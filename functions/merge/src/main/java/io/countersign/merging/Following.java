package io.countersign.merging;

import io.countersign.merge.Plan;
import io.countersign.request.Request;
import io.countersign.revision.Revision;
import io.countersign.store.Head;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Goes on with a plan that is under way. */
record Following(Carrying carrying, Ledgers ledgers, InstantSource clock) {
  /**
   * Takes the plan over when its holder cannot be alive any more.
   *
   * @return the request afterwards, as it is while somebody works on it, or null when somebody else
   *     was faster
   */
  @Nullable Request goOn(Head head, Supplier<Revision> revision, Duration left) {
    Plan plan = Objects.requireNonNull(head.locking(), "somebody is to carry it out");
    if (!plan.lease().lapsed(clock.instant())) {
      return head.request();
    }
    StoredLedger ledger = ledgers.taking(head, left);
    return ledger == null ? null : carrying.carry(ledger, revision.get());
  }
}
