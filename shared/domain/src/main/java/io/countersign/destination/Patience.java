package io.countersign.destination;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When what could not be brought is tried again: soon, then ever more rarely. After an hour and a
 * quarter people are told; from then on it is tried once an hour for a week, so that an outage of a
 * day needs nobody afterwards.
 */
public final class Patience {
  /** The failure that people are told of. */
  public static final int TOLD_AFTER = 13;

  private static final Duration FIRST = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final Duration HOURLY = Duration.ofHours(1);
  private static final int LAST = TOLD_AFTER + 7 * 24;
  private static final double SPREAD = 0.2;

  private Patience() {}

  /** Whether so many failures in a row are to be told. */
  static boolean isOver(int failures) {
    return failures >= TOLD_AFTER;
  }

  /** When the next try is, or null where there is none by itself. */
  static @Nullable Instant next(int failures, Instant now, double drawn) {
    if (failures >= LAST) {
      return null;
    }
    Duration wait = isOver(failures) ? HOURLY : soon(failures);
    return now.plusMillis((long) (wait.toMillis() * (1 + SPREAD * drawn)));
  }

  private static Duration soon(int failures) {
    Duration wait = FIRST.multipliedBy(1L << Math.min(failures - 1, TOLD_AFTER));
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }
}
