package io.countersign.tick;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.countersign.delivery.FakeRounds;
import io.countersign.delivery.Reminding;
import io.countersign.delivery.Rounds.Round;
import io.countersign.policy.Policy;
import io.countersign.policy.Reminders;
import io.countersign.request.Event;
import io.countersign.revision.Revision;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import io.countersign.sample.Settled;
import io.countersign.store.Commit;
import io.countersign.store.StoppedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which rounds are handed on, and when no more. */
class NudgingTest {
  private static final Duration HOUR = Duration.ofHours(1);

  private final Settled settled = new Settled();
  private final StoppedClock clock = new StoppedClock(Instant.now());
  private final FakeRounds rounds = new FakeRounds();
  private final List<Round> handed = new ArrayList<>();
  private final Nudging nudging = new Nudging(rounds, settled.tables.store(), handed::add, clock);
  private Revision revision = settled.open();

  @BeforeEach
  void asked() {
    Policy one = Rulebook.policy("one", Rulebook.requirement(1, "@approvers"));
    settled.governs(
        new Policy(
            one.id(),
            one.name(),
            one.targets(),
            one.requirements(),
            one.terms().reminding(new Reminders(HOUR.multipliedBy(2), HOUR, 3)),
            2));
    Revision next =
        revision.revised(
            "second",
            revision.author(),
            revision.title(),
            revision.message(),
            revision.operations(),
            revision.origins(),
            revision.documents(),
            settled.rules().bind(List.of(Rulebook.DB), settled.tables.store().directory()),
            settled.tables.store().directory(),
            clock.instant());
    Event event = new Event.Revised(next.author(), 2, next.digest(), next.title(), List.of(), null);
    settled.happens(
        Commit.of(Proposals.ONE, settled.head(), List.of(event), clock.instant()).with(next));
    revision = next;
    rounds.plan(Objects.requireNonNull(Reminding.first(next, 2)));
  }

  /** A minute of tick after that time. */
  private void tick(Duration later) {
    clock.forward(later);
    nudging.due(clock.instant(), 10).forEach(nudging::remind);
  }

  @Test
  void roundsComeAfterAWhileThenRegularlyAndAtMostSoOften() {
    tick(HOUR);
    assertThat(handed).isEmpty();
    for (int hour = 0; hour < 9; hour++) {
      tick(HOUR.plusSeconds(1));
    }
    assertThat(handed).extracting(Round::number).containsExactly(1, 2, 3);
  }

  @Test
  void roundsThatWereMissedAreLeftOut() {
    tick(HOUR.multipliedBy(3).plusSeconds(1));
    assertThat(handed).extracting(Round::number).containsExactly(1);
    tick(HOUR);
    assertThat(handed).extracting(Round::number).containsExactly(1, 3);
  }

  @Test
  void onceItIsDecidedNoRoundComesAnyMore() {
    settled.happens(
        Commit.of(
            Proposals.ONE,
            settled.head(),
            List.of(new Event.Withdrawn(People.id("dan"), "")),
            clock.instant()));
    tick(HOUR.multipliedBy(3));
    assertThat(handed).isEmpty();
    assertThat(nudging.due(clock.instant(), 10)).isEmpty();
  }

  @Test
  void aRoundWaitsForTheEndOfAMerge() {
    settled.happens(
        Commit.of(
            Proposals.ONE,
            settled.head(),
            List.of(Event.MergeStarted.agreed(People.id("dan"), revision.digest(), false)),
            clock.instant()));
    tick(HOUR.multipliedBy(3));
    assertThat(handed).isEmpty();
    assertThat(nudging.due(clock.instant(), 10)).hasSize(1);
  }

  @Test
  void aRoundThatCouldNotBeHandedOnIsDueStill() {
    Nudging broken =
        new Nudging(
            rounds,
            settled.tables.store(),
            _ -> {
              throw new IllegalStateException("killed");
            },
            clock);
    clock.forward(HOUR.multipliedBy(3));
    for (Round round : broken.due(clock.instant(), 10)) {
      assertThatIllegalStateException().isThrownBy(() -> broken.remind(round));
    }
    assertThat(broken.due(clock.instant(), 10)).hasSize(1);
  }
}
