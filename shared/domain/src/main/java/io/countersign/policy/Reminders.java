package io.countersign.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How approvers are reminded of a request that waits for them.
 *
 * @param after how long it may wait before the first time
 * @param every how long between two times
 * @param atMost how many times, from 1
 */
public record Reminders(Duration after, Duration every, int atMost) {
  /** The most times that anybody is reminded of a revision by one policy. */
  public static final int MOST = 20;

  /** Refuses what would remind for ever, or all at once. */
  public Reminders {
    if (!after.isPositive() || !every.isPositive() || atMost < 1 || atMost > MOST) {
      throw new IllegalArgumentException("no reminders: " + after + ", " + every + ", " + atMost);
    }
  }

  /** When, of what they were asked at that time. */
  public List<Instant> times(Instant asked) {
    return IntStream.range(0, atMost)
        .mapToObj(n -> asked.plus(after).plus(every.multipliedBy(n)))
        .toList();
  }
}
