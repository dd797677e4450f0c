package io.countersign.request;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Merging without agreement, openly: rule 7. */
final class Bypassing {
  private Bypassing() {}

  /** What a request remembers of a merge that starts without its approvers; null of any other. */
  static Request.@Nullable Unreviewed unreviewed(Event.MergeStarted started, Instant at) {
    return switch (started.mode()) {
      case MERGE -> null;
      case BYPASS -> new Request.Unreviewed(started.reason(), at, null);
    };
  }
}
