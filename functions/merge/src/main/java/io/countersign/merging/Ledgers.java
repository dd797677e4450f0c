package io.countersign.merging;

import io.countersign.merge.Plan;
import io.countersign.store.Commit;
import io.countersign.store.Contention;
import io.countersign.store.Head;
import io.countersign.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Opens the ledger of whoever holds a plan. */
record Ledgers(Store store, InstantSource clock, Contention contention) {
  /** The ledger of who has just committed the plan. */
  StoredLedger after(Commit commit, Head before) {
    return new StoredLedger(store, clock, contention, StoredLedger.next(store, commit, before));
  }

  /** Takes the lease over; null when somebody else was faster. */
  @Nullable StoredLedger taking(Head head, Duration left) {
    Instant now = clock.instant();
    Plan plan = Objects.requireNonNull(head.plan());
    Plan mine = plan.with(Leases.next(plan.lease(), now, left));
    Commit commit = StoredLedger.keep(head, mine, now);
    return store.commit(commit) ? after(commit, head) : null;
  }
}
