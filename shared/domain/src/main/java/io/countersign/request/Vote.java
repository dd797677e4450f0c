package io.countersign.request;

import io.countersign.directory.PersonId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One person's standing vote on the present revision; its text is in the event only.
 *
 * @param event the sequence number of the event that cast it
 * @param lasting for how long at most it lets access be given, or null where it leaves that open
 */
public record Vote(
    PersonId voter, Decision decision, Instant at, long event, @Nullable Duration lasting) {
  /** One that limits nothing. */
  public Vote(PersonId voter, Decision decision, Instant at, long event) {
    this(voter, decision, at, event, null);
  }
}
