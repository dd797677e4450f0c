package io.countersign.merge;

import java.time.Instant;

/**
 * The right to carry a plan out, until a time that its holder never outlives (design §5.1).
 *
 * @param fence grows with each holder
 * @param until never renewed
 */
public record Lease(long fence, Instant until) {
  /** No holder yet: whoever comes first takes it. */
  public static final Lease FREE = new Lease(0, Instant.EPOCH);

  /** Whether somebody else may take over. */
  public boolean lapsed(Instant now) {
    return !now.isBefore(until);
  }

  /** The lease of the next holder. */
  public Lease next(Instant to) {
    return new Lease(fence + 1, to);
  }
}
