package io.countersign.directory;

import java.time.Duration;
import java.time.Instant;

/**
 * A signed-in stranger asks to be let in: until an admin binds the subject to a person, or the time
 * is over.
 *
 * @param name what they call themselves; nobody has checked it
 */
public record Join(String name, Subject subject, Instant at, Instant until) {
  private static final Duration LASTS = Duration.ofDays(30);

  /** Asked just now. */
  public static Join asked(String name, Subject subject, Instant now) {
    return new Join(name, subject, now, now.plus(LASTS));
  }
}
