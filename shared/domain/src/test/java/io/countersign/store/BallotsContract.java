package io.countersign.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.directory.PersonId;
import io.countersign.link.Ballot;
import io.countersign.link.Ballots;
import io.countersign.link.Invitation;
import io.countersign.link.Link;
import io.countersign.link.Turn;
import io.countersign.property.Cases;
import io.countersign.request.Decision;
import io.countersign.request.Event;
import io.countersign.revision.Revision;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every keeper of ballots and links promises. */
public abstract class BallotsContract {
  private static final Instant UNTIL = Proposals.NOON.plus(Ballot.LONGEST);
  private static final Turn FIRST = new Turn(1, 0);
  private static final Turn REMINDER = new Turn(1, 1);

  private Store store;
  private Ballots ballots;
  private Revision revision;

  /** An empty table. */
  protected abstract Tables tables(InstantSource clock);

  @BeforeEach
  void setUp() {
    Tables tables = tables(() -> Proposals.NOON);
    store = tables.store();
    ballots = tables.ballots();
    revision =
        Proposals.revision(
            People.ids("dan"),
            Rulebook.rules(List.of(Rulebook.policy("one", Rulebook.requirement(1, "amy"))))
                .bind(List.of(Rulebook.DB), People.directory("amy", "bob", "dan")),
            Rulebook.DB);
    assertThat(
            store.commit(
                Commit.of(
                        Proposals.ONE, null, List.of(Proposals.submitted(revision)), Proposals.NOON)
                    .with(revision)))
        .isTrue();
  }

  private static Ballot fresh(Turn turn) {
    return Ballot.fresh(Proposals.ONE, People.id("amy"), turn, UNTIL);
  }

  private Ballot open(Turn turn) {
    return Objects.requireNonNull(ballots.open(fresh(turn)));
  }

  private Link link(Ballot ballot) {
    Link link = Invitation.from(new Random()).to(ballot, revision.digest(), "grounds");
    ballots.keep(link, ballot);
    return link;
  }

  /** The vote by mail, with this ballot. */
  private boolean votes(Ballot ballot, Instant now) {
    Head head = Objects.requireNonNull(store.read(Ask.state(Proposals.ONE)).head());
    Event vote =
        new Event.Voted(People.id("amy"), revision.digest(), Decision.APPROVE, "", Event.Via.MAIL);
    return store.commit(Commit.of(Proposals.ONE, head, List.of(vote), now).spending(ballot));
  }

  @Test
  void aLinkIsFoundByTheHashOfItsTokenAndByNothingElse() {
    Link link = link(open(FIRST));
    assertThat(ballots.find(link.token())).isEqualTo(link);
    assertThat(ballots.find(link.code())).isNull();
    assertThat(ballots.find(Link.NONE.token())).isNull();
  }

  @Test
  void aMailThatIsSentAgainLeadsToTheSameBallot() {
    Ballot first = open(FIRST);
    Link one = link(first);
    ballots.take(one, Proposals.NOON);
    Ballot again = open(FIRST);
    assertThat(again).isEqualTo(first.tried());
    Link two = link(again);
    assertThat(ballots.take(one, Proposals.NOON)).isEqualTo(again.tried());
    assertThat(ballots.take(two, Proposals.NOON)).isEqualTo(again.tried().tried());
  }

  @Test
  void aNewerMailTakesThePlaceOfAnEarlierOneAndNeverTheOtherWay() {
    Link old = link(open(FIRST));
    Ballot reminder = open(REMINDER);
    assertThat(ballots.of(Proposals.ONE, People.id("amy"))).isEqualTo(reminder);
    assertThat(ballots.take(old, Proposals.NOON)).isNull();
    assertThat(ballots.open(fresh(FIRST))).isNull();
    assertThat(ballots.open(fresh(new Turn(4, 0)))).isEqualTo(fresh(new Turn(4, 0)));
    assertThat(ballots.open(fresh(new Turn(1, 12)))).isNull();
    assertThat(ballots.take(link(reminder), Proposals.NOON)).isNull();
  }

  @Test
  void ballotsOfOthersAreTheirOwn() {
    Link link = link(open(FIRST));
    Ballot bobs = Ballot.fresh(Proposals.ONE, People.id("bob"), REMINDER, UNTIL);
    assertThat(ballots.open(bobs)).isEqualTo(bobs);
    assertThat(ballots.take(link, Proposals.NOON)).isEqualTo(fresh(FIRST).tried());
    assertThat(ballots.of(Proposals.ONE, People.id("bob"))).isEqualTo(bobs);
    assertThat(ballots.of(Proposals.ONE, People.id("dan"))).isNull();
  }

  @Test
  void fiveTriesAreGivenOutEachOnce() {
    Link link = link(open(FIRST));
    List<Integer> left = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      Ballot ballot = ballots.take(link, Proposals.NOON);
      if (ballot != null) {
        left.add(ballot.triesLeft());
      }
    }
    assertThat(left).containsExactly(4, 3, 2, 1, 0);
  }

  @Test
  void aTryIsTooLateByAMillisecond() {
    Link link = link(open(FIRST));
    assertThat(ballots.take(link, UNTIL)).isNull();
    assertThat(ballots.take(link, UNTIL.minusMillis(1))).isNotNull();
  }

  @Test
  void theVoteUsesTheBallotUpWithAllItsLinks() {
    Ballot ballot = open(FIRST);
    Link one = link(ballot);
    Link two = link(ballot);
    assertThat(votes(ballot, Proposals.NOON)).isTrue();
    assertThat(ballots.of(Proposals.ONE, People.id("amy"))).isEqualTo(ballot.used());
    assertThat(ballots.take(one, Proposals.NOON)).isNull();
    assertThat(ballots.take(two, Proposals.NOON)).isNull();
    assertThat(ballots.open(fresh(FIRST))).isEqualTo(ballot.used());
  }

  @Test
  void aUsedBallotIsNotUsedAgainWhateverItsReaderBelieves() {
    Ballot ballot = open(FIRST);
    votes(ballot, Proposals.NOON);
    assertThat(votes(ballot, Proposals.NOON)).isFalse();
    assertThat(Objects.requireNonNull(store.read(Ask.state(Proposals.ONE)).head()).version())
        .isEqualTo(2);
  }

  @Test
  void aVoteIsTooLateByAMillisecondInTheWriteItself() {
    Ballot ballot = open(FIRST);
    assertThat(votes(ballot, UNTIL)).isFalse();
    assertThat(votes(ballot, UNTIL.plus(Duration.ofDays(9)))).isFalse();
    assertThat(votes(ballot, UNTIL.minusMillis(1))).isTrue();
  }

  @Test
  void aBallotThatANewerMailReplacedIsNotUsed() {
    Ballot ballot = open(FIRST);
    open(REMINDER);
    assertThat(votes(ballot, Proposals.NOON)).isFalse();
    assertThat(votes(Ballot.fresh(Proposals.ONE, People.id("bob"), FIRST, UNTIL), Proposals.NOON))
        .isFalse();
  }

  /** What is to be so of one person's ballot, said simply. */
  private final class Model {
    private final PersonId person;
    private final List<Link> links = new ArrayList<>();
    private Turn newest = new Turn(0, 0);
    private int tries;
    private boolean spent;
    private Instant now = Proposals.NOON;

    Model(PersonId person) {
      this.person = person;
    }

    private boolean open() {
      return !spent && now.isBefore(UNTIL);
    }

    void step(RandomGenerator random) {
      switch (random.nextInt(6)) {
        case 0, 1 -> sends(new Turn(1 + random.nextInt(2), random.nextInt(3)));
        case 2, 3 -> tries(random);
        case 4 -> votes(random);
        default -> now = now.plus(Duration.ofHours(random.nextInt(9)));
      }
    }

    private void sends(Turn turn) {
      int order = turn.compareTo(newest);
      Ballot ballot = ballots.open(Ballot.fresh(Proposals.ONE, person, turn, UNTIL));
      if (order < 0) {
        assertThat(ballot).isNull();
        return;
      }
      if (order > 0) {
        newest = turn;
        tries = 0;
        spent = false;
      }
      assertThat(ballot).isEqualTo(new Ballot(Proposals.ONE, person, turn, UNTIL, tries, spent));
      links.add(link(Objects.requireNonNull(ballot)));
    }

    private void tries(RandomGenerator random) {
      if (!links.isEmpty()) {
        Link link = Cases.oneOf(random, links);
        boolean given = link.turn().equals(newest) && open() && tries < Ballot.MOST_TRIES;
        tries += given ? 1 : 0;
        Ballot after = new Ballot(Proposals.ONE, person, newest, UNTIL, tries, false);
        assertThat(ballots.take(link, now)).isEqualTo(given ? after : null);
      }
    }

    private void votes(RandomGenerator random) {
      if (!links.isEmpty()) {
        Turn turn = Cases.oneOf(random, links).turn();
        boolean counts = turn.equals(newest) && open();
        Ballot read = new Ballot(Proposals.ONE, person, turn, UNTIL, tries, false);
        assertThat(BallotsContract.this.votes(read, now)).isEqualTo(counts);
        spent |= counts;
      }
    }
  }

  @Test
  void whateverTheOrderEachMailIsVotedWithOnceAndTriedFiveTimes() {
    Cases.each(
        20,
        random -> {
          Model model = new Model(People.id("person-" + random.nextInt(1 << 30)));
          for (int i = 0; i < 30; i++) {
            model.step(random);
          }
        });
  }
}
