package io.countersign.link;

import io.countersign.directory.PersonId;
import io.countersign.revision.RequestId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The one vote that a person may cast by mail: that of the newest mail that asks them for it. All
 * copies of that mail lead to it, so that sending one again takes nothing from the first.
 *
 * @param until when it is too late, to the millisecond
 * @param tries how many codes were tried so far
 * @param spent whether it was voted with
 */
public record Ballot(
    RequestId request, PersonId person, Turn turn, Instant until, int tries, boolean spent) {
  /** How many codes may be tried, over all copies of the mail. */
  public static final int MOST_TRIES = 5;

  /** How long a link lasts at most. */
  public static final Duration LONGEST = Duration.ofDays(3);

  public Ballot {
    until = until.truncatedTo(ChronoUnit.MILLIS);
  }

  /** One that nobody has used yet. */
  public static Ballot fresh(RequestId request, PersonId person, Turn turn, Instant until) {
    return new Ballot(request, person, turn, until, 0, false);
  }

  /** Whether it may still be voted with, as far as it knows itself. */
  public boolean open(Instant now) {
    return !spent && tries < MOST_TRIES && now.isBefore(until);
  }

  public int triesLeft() {
    return MOST_TRIES - tries;
  }

  /** After one more code. */
  public Ballot tried() {
    return new Ballot(request, person, turn, until, tries + 1, spent);
  }

  /** After the vote. */
  public Ballot used() {
    return new Ballot(request, person, turn, until, tries, true);
  }
}
