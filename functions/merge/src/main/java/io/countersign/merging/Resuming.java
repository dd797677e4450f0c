package io.countersign.merging;

import io.countersign.request.Request;
import io.countersign.request.Status;
import io.countersign.revision.RequestId;
import io.countersign.revision.Revision;
import io.countersign.store.Ask;
import io.countersign.store.Contention;
import io.countersign.store.Head;
import io.countersign.store.Reading;
import io.countersign.store.Store;
import java.time.Duration;
import java.util.Objects;

/**
 * Merges by the queue: plans that nobody carries out yet, or whose holder is gone, and what is
 * merged by itself when it is agreed.
 */
final class Resuming {
  private final Store store;
  private final Following following;
  private final Automatic automatic;
  private final Contention contention;

  Resuming(Store store, Following following, Automatic automatic, Contention contention) {
    this.store = store;
    this.following = following;
    this.automatic = automatic;
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
          Request after = following.goOn(head, () -> revision(head), left);
          return after == null ? null : after.status();
        });
  }

  private Revision revision(Head head) {
    return Objects.requireNonNull(
        store.revision(head.request().id(), head.request().digest()), "its revision");
  }
}
