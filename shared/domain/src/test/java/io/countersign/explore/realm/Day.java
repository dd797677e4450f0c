package io.countersign.explore.realm;

import io.countersign.sample.Proposals;
import java.time.Duration;
import java.time.Instant;

/** How far time has gone, as far as deadlines can tell. */
public enum Day {
  FIRST(Duration.ZERO),
  /** What was agreed and had to be merged soon has not been. */
  NEXT(Duration.ofDays(2)),
  /** What was submitted first has waited too long. */
  LAST(Duration.ofDays(20));

  /** How long an agreed request may stay unmerged, where that is limited. */
  public static final Duration SOON = Duration.ofDays(1);

  /** When the lease of somebody dead has lapsed; long before, nobody else may have it. */
  public static final Instant LAPSED = Proposals.NOON.plus(Duration.ofDays(1000));

  private final Instant now;

  Day(Duration since) {
    this.now = Proposals.NOON.plus(since);
  }

  public Instant now() {
    return now;
  }
}
