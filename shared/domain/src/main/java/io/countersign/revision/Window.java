package io.countersign.revision;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When access is to hold.
 *
 * @param start when it is to begin, or null for as soon as it is granted
 * @param end when it ends in any case, or null where only {@code lasts} says so
 * @param lasts for how long it holds at most
 */
public record Window(@Nullable Instant start, @Nullable Instant end, Duration lasts) {
  /** When access begins that is granted at that moment. */
  public Instant begins(Instant granted) {
    return start != null && start.isAfter(granted) ? start : granted;
  }

  /**
   * When access ends that begins at that moment.
   *
   * @param most for how long at most, whatever was asked for
   */
  public Instant ends(Instant begins, Duration most) {
    Instant after = begins.plus(lasts.compareTo(most) < 0 ? lasts : most);
    return end != null && end.isBefore(after) ? end : after;
  }
}
