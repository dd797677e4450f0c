package io.countersign.directory;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A signed-in stranger asks to be let in: until an admin binds the subject to a person, or the time
 * is over.
 *
 * @param name what they call themselves; nobody has checked it
 * @param email where they say that they are reached, or null; a hint as unchecked as the name
 */
public record Join(
    String name, @Nullable String email, Subject subject, Instant at, Instant until) {
  private static final Duration LASTS = Duration.ofDays(30);

  /** Asked just now. */
  public static Join asked(String name, @Nullable String email, Subject subject, Instant now) {
    return new Join(name, email, subject, now, now.plus(LASTS));
  }
}
