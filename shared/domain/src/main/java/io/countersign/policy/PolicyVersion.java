package io.countersign.policy;

import io.countersign.directory.ActorId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a policy's history.
 *
 * @param policy as it was written, or as it was when it was removed
 * @param by who did it, or null where that was not kept
 * @param at when, or null where that was not kept
 */
public record PolicyVersion(Policy policy, Kind kind, @Nullable ActorId by, @Nullable Instant at) {
  /** What was done. */
  public enum Kind {
    WRITTEN,
    REMOVED
  }
}
