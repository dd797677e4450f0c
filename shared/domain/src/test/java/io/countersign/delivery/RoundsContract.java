package io.countersign.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.delivery.Rounds.Round;
import io.countersign.revision.Digest;
import io.countersign.revision.RequestId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every keeper of rounds promises. */
public abstract class RoundsContract {
  private static final RequestId REQUEST = RequestId.parse("payments-7");
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Instant LATER = NOON.plus(Duration.ofDays(9));

  private Rounds rounds;

  /** An empty one. */
  protected abstract Rounds rounds();

  @BeforeEach
  void setUp() {
    rounds = rounds();
  }

  private static Round round(long sequence, int number) {
    Instant due = NOON.plus(Duration.ofHours(number));
    return new Round(REQUEST, sequence, new Digest("ab".repeat(32)), number, due);
  }

  @Test
  void aRoundIsDueWhenItsTimeIsOver() {
    rounds.plan(round(1, 1));
    assertThat(rounds.due(NOON.plus(Duration.ofMinutes(59)), 10)).isEmpty();
    assertThat(rounds.due(NOON.plus(Duration.ofMinutes(61)), 10)).containsExactly(round(1, 1));
  }

  @Test
  void planningAgainChangesNothingAlsoAfterTheLastRound() {
    rounds.plan(round(1, 1));
    rounds.next(round(1, 1), round(1, 2));
    rounds.plan(round(1, 1));
    assertThat(rounds.due(LATER, 10)).containsExactly(round(1, 2));
    rounds.next(round(1, 2), null);
    rounds.plan(round(1, 1));
    assertThat(rounds.due(LATER, 10)).isEmpty();
  }

  @Test
  void aLaterRevisionTakesTheEarlierOnesPlace() {
    rounds.plan(round(1, 1));
    rounds.plan(round(4, 1));
    rounds.plan(round(1, 1));
    assertThat(rounds.due(LATER, 10)).containsExactly(round(4, 1));
    rounds.next(round(1, 1), round(1, 2));
    assertThat(rounds.due(LATER, 10)).containsExactly(round(4, 1));
  }

  @Test
  void twoWhoGoOnAtOnceGoOnOnce() {
    rounds.plan(round(1, 1));
    rounds.next(round(1, 1), round(1, 2));
    rounds.next(round(1, 1), null);
    assertThat(rounds.due(LATER, 10)).containsExactly(round(1, 2));
    rounds.next(round(1, 2), null);
    rounds.next(round(1, 2), round(1, 3));
    assertThat(rounds.due(LATER, 10)).isEmpty();
  }

  @Test
  void theOldestAreFirstUpToTheLimit() {
    rounds.plan(round(1, 2));
    Round other =
        new Round(
            RequestId.parse("payments-8"),
            1,
            new Digest("cd".repeat(32)),
            1,
            NOON.plus(Duration.ofHours(1)));
    rounds.plan(other);
    assertThat(rounds.due(LATER, 10)).containsExactly(other, round(1, 2));
    assertThat(rounds.due(LATER, 1)).containsExactly(other);
  }
}
