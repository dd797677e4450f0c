package io.countersign.destination;

import io.countersign.directory.ActorId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The last time that somebody wanted to know whether a destination can be reached.
 *
 * @param version of the destination that was asked about
 * @param by who asked
 * @param at when
 * @param reason why it failed, or null
 */
public record Check(
    Lane lane, long version, ActorId by, Instant at, Status status, @Nullable String reason) {
  /** How it went. */
  public enum Status {
    QUEUED,
    PASSED,
    FAILED
  }

  /** Asked for, and not done yet. */
  public static Check asked(Lane lane, long version, ActorId by, Instant at) {
    return new Check(lane, version, by, at, Status.QUEUED, null);
  }

  /**
   * What it came to.
   *
   * @param why null where it passed
   */
  public Check ended(@Nullable String why) {
    return new Check(lane, version, by, at, why == null ? Status.PASSED : Status.FAILED, why);
  }
}
