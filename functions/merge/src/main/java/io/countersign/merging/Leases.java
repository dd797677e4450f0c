package io.countersign.merging;

import io.countersign.merge.Lease;
import java.time.Duration;
import java.time.Instant;

/** How long a holder of a plan has it. */
final class Leases {
  /** How long a lease outlives the function's own timeout, by which Lambda has ended its holder. */
  private static final Duration MARGIN = Duration.ofSeconds(60);

  private Leases() {}

  /**
   * The next holder's lease.
   *
   * @param left until Lambda ends this invocation
   */
  static Lease next(Lease before, Instant now, Duration left) {
    return before.next(now.plus(left).plus(MARGIN));
  }
}
