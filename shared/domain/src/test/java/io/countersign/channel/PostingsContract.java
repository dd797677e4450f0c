package io.countersign.channel;

import static io.countersign.channel.Postings.Claim.ENDED;
import static io.countersign.channel.Postings.Claim.NOT_NOW;
import static io.countersign.channel.Postings.Claim.TAKEN;
import static io.countersign.channel.Postings.Claim.TAKEN_AFTER_ANOTHER;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.channel.Postings.Tried;
import io.countersign.project.Channel;
import io.countersign.project.ChannelId;
import io.countersign.project.Credential;
import io.countersign.revision.RequestId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every keeper of postings promises. */
public abstract class PostingsContract {
  private static final RequestId REQUEST = RequestId.parse("payments-7");
  private static final ChannelId TEAM = new ChannelId("team");
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Duration MOMENT = Duration.ofSeconds(1);

  private Postings postings;

  /** An empty one. */
  protected abstract Postings postings();

  @BeforeEach
  void setUp() {
    postings = postings();
  }

  @Test
  void aNewPostingIsTakenOnce() {
    assertThat(postings.claim(queued(NOON))).isEqualTo(TAKEN);
    assertThat(postings.claim(queued(NOON.plus(MOMENT)))).isEqualTo(NOT_NOW);
  }

  @Test
  void whatWasTakenAndNeverEndedIsTakenAgainAndMayHaveArrived() {
    postings.claim(queued(NOON));
    Instant later = NOON.plus(Postings.IN_HAND);
    assertThat(postings.claim(queued(later))).isEqualTo(TAKEN_AFTER_ANOTHER);
    assertThat(postings.claim(queued(later.plus(MOMENT)))).isEqualTo(NOT_NOW);
  }

  @Test
  void whatWasGivenBackIsTakenAgainFromItsTimeAndNotBefore() {
    postings.claim(queued(NOON));
    Posting waiting = queued(NOON).waiting("Slack is busy", NOON);
    postings.giveBack(waiting, NOON.plus(Duration.ofHours(1)), Tried.IN_VAIN);
    assertThat(postings.of(REQUEST)).containsExactly(waiting);
    assertThat(postings.claim(queued(NOON.plus(Duration.ofMinutes(59))))).isEqualTo(NOT_NOW);
    assertThat(postings.claim(queued(NOON.plus(Duration.ofHours(1))))).isEqualTo(TAKEN);
  }

  @Test
  void whatWasGivenBackWithoutAnAnswerMayHaveArrived() {
    postings.claim(queued(NOON));
    postings.giveBack(queued(NOON).waiting("no answer", NOON), NOON, Tried.PERHAPS);
    assertThat(postings.claim(queued(NOON.plus(MOMENT)))).isEqualTo(TAKEN_AFTER_ANOTHER);
  }

  @Test
  void whatWasSentOrFailedIsNeverTakenAgain() {
    Posting sent = queued(NOON).sent("1700000000.000100", null, NOON.plus(MOMENT));
    for (Posting ended : new Posting[] {sent, queued(NOON).failed("is_archived", NOON)}) {
      postings.claim(queued(NOON));
      postings.end(ended);
      assertThat(postings.claim(queued(NOON.plus(Duration.ofDays(1))))).isEqualTo(ENDED);
      assertThat(postings.of(REQUEST)).containsExactly(ended);
    }
  }

  @Test
  void eventsAndChannelsAreKeptApartAndListedInTheirOrder() {
    Posting tenth = posting(10, "team");
    Posting second = posting(2, "team");
    Posting other = posting(2, "ops");
    postings.claim(tenth);
    postings.claim(second);
    postings.claim(other);
    assertThat(postings.of(REQUEST)).containsExactly(other, second, tenth);
    assertThat(postings.of(RequestId.parse("payments-70"))).isEmpty();
  }

  @Test
  void theMessageOfARequestShowsWhatIsNewest() {
    assertThat(postings.root(REQUEST, TEAM)).isNull();
    Root root = new Root(REQUEST, TEAM, "C024BE91L", "1700000000.000100", 3);
    postings.remember(root);
    postings.remember(new Root(REQUEST, TEAM, "C024BE91L", "1700000000.000200", 3));
    assertThat(postings.root(REQUEST, TEAM)).isEqualTo(root);
    postings.remember(root.showing(5));
    postings.remember(root.showing(4));
    assertThat(postings.root(REQUEST, TEAM)).isEqualTo(root.showing(5));
    assertThat(postings.root(REQUEST, new ChannelId("ops"))).isNull();
    assertThat(postings.of(REQUEST)).isEmpty();
  }

  @Test
  void aMessageElsewhereTakesThePlaceOfOneWhereTheChannelWasBefore() {
    postings.remember(new Root(REQUEST, TEAM, "C024BE91L", "1700000000.000100", 5));
    Root moved = new Root(REQUEST, TEAM, "C0ELSEWHERE", "1700000000.000200", 5);
    postings.remember(moved);
    assertThat(postings.root(REQUEST, TEAM)).isEqualTo(moved);
  }

  private static Posting queued(Instant at) {
    return Posting.queued(REQUEST, 1, "Submitted", channel("team"), at);
  }

  private static Posting posting(long sequence, String channel) {
    return Posting.queued(REQUEST, sequence, "Submitted", channel(channel), NOON);
  }

  private static Channel channel(String id) {
    return new Channel(
        new ChannelId(id),
        new Channel.Place.Slack("C024BE91L"),
        new Credential("version", "cdef"),
        1);
  }
}
