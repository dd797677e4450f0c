package io.countersign.notify;

import io.countersign.directory.PersonId;
import io.countersign.link.Ballot;
import io.countersign.link.Ballots;
import io.countersign.link.Invitation;
import io.countersign.link.Polling;
import io.countersign.link.Turn;
import io.countersign.notify.letter.Entrance;
import io.countersign.notify.letter.Links;
import io.countersign.notify.letter.Said;
import io.countersign.request.Request;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The way in that a mail shows: to the page, and for who may vote by mail, to their ballot. */
final class Inviting {
  private final Ballots ballots;
  private final Links links;
  private final Supplier<RandomGenerator> random;
  private final InstantSource clock;

  /**
   * Makes links.
   *
   * @param random asked for in each call, never at init
   */
  Inviting(Ballots ballots, Links links, Supplier<RandomGenerator> random, InstantSource clock) {
    this.ballots = ballots;
    this.links = links;
    this.random = random;
    this.clock = clock;
  }

  /**
   * The way in for a reader.
   *
   * @param turn of the mails that ask for votes, or null where this one does not
   */
  Entrance to(PersonId reader, News news, @Nullable Turn turn) {
    Instant now = clock.instant();
    Request state = news.state();
    Polling polling = new Polling(state, news.revision(), news.rules(), news.directory());
    Ballot ballot =
        turn != null && polling.admits(reader, now)
            ? ballots.open(Ballot.fresh(state.id(), reader, turn, ends(state, now)))
            : null;
    if (ballot == null || !ballot.open(now)) {
      return Entrance.to(links.page(state.id()));
    }
    Invitation invitation = Invitation.from(random.get());
    ballots.keep(invitation.to(ballot, state.digest(), polling.grounds(reader)), ballot);
    return new Entrance(
        links.ballot(state.id(), invitation.token()),
        invitation.code().digits(),
        Said.time(ballot.until()));
  }

  private static Instant ends(Request state, Instant now) {
    Instant latest = now.plus(Ballot.LONGEST);
    Instant expiresAt = state.expiresAt();
    return expiresAt != null && expiresAt.isBefore(latest) ? expiresAt : latest;
  }
}
