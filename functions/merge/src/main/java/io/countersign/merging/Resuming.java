package io.countersign.merging;

import io.countersign.request.Status;
import io.countersign.revision.Digest;
import io.countersign.revision.RequestId;
import io.countersign.revision.Revision;
import io.countersign.store.Ask;
import io.countersign.store.Contention;
import io.countersign.store.Head;
import io.countersign.store.Reading;
import io.countersign.store.Store;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;

/**
 * Merges by the queue: plans that nobody carries out yet, or whose holder is gone, and what is
 * merged by itself when it is agreed.
 */
final class Resuming {
  private final Store store;
  private final Carrying carrying;
  private final Ledgers ledgers;
  private final Automatic automatic;
  private final InstantSource clock;
  private final Contention contention;

  Resuming(
      Store store,
      Carrying carrying,
      Ledgers ledgers,
      Automatic automatic,
      InstantSource clock,
      Contention contention) {
    this.store = store;
    this.carrying = carrying;
    this.ledgers = ledgers;
    this.automatic = automatic;
    this.clock = clock;
    this.contention = contention;
  }

  /** Goes on with a plan that nobody works on, or begins one where that is to happen by itself. */
  Status resume(RequestId id, Duration left) {
    return contention.until(
        () -> {
          Reading read = store.read(new Ask(null, id, null, null, id.project()));
          Head head = read.head();
          if (head == null) {
            return Status.WITHDRAWN;
          }
          if (head.locking() == null) {
            return automatic.merge(head, Objects.requireNonNull(read.counters()), left);
          }
          if (!head.locking().lease().lapsed(clock.instant())) {
            return head.request().status();
          }
          StoredLedger ledger = ledgers.taking(head, left);
          if (ledger == null) {
            return null;
          }
          Digest digest = head.request().digest();
          Revision revision = Objects.requireNonNull(store.revision(id, digest), "its revision");
          return carrying.carry(ledger, revision).status();
        });
  }
}
