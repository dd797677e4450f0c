package io.countersign.destination;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.name.DocumentPath;
import io.countersign.project.DestinationId;
import io.countersign.project.DocumentId;
import io.countersign.project.EnvironmentId;
import io.countersign.project.ProjectId;
import io.countersign.revision.RequestId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every keeper of standings promises. */
public abstract class StandingsContract {
  private static final Lane SSM = new Lane(ProjectId.of("payments"), new DestinationId("ssm"));
  private static final Lane HOOK = new Lane(ProjectId.of("payments"), new DestinationId("hook"));
  private static final Cargo DB = content("/db");
  private static final Cargo API = content("/api");
  private static final RequestId SEVEN = RequestId.parse("payments-7");
  private static final RequestId EIGHT = RequestId.parse("payments-8");
  private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

  /** An empty one. */
  protected abstract Standings standings();

  @Test
  void whatIsAskedForIsDueAtOnceInItsLane() {
    Standings standings = standings();
    standings.ask(SSM, DB, SEVEN, NOW);
    Standing due = only(standings, NOW);
    assertThat(due.status()).isEqualTo(Sync.Status.WAITING);
    assertThat(due.cargo()).isEqualTo(DB);
    assertThat(due.requests()).containsExactly(SEVEN);
    assertThat(due.versionId()).isNull();
    assertThat(standings.due(SSM, NOW.minusSeconds(1), 10)).isEmpty();
    assertThat(standings.due(HOOK, NOW, 10)).isEmpty();
    assertThat(standings.waiting(NOW)).containsExactly(SSM);
    assertThat(standings.waiting(NOW.minusSeconds(1))).isEmpty();
  }

  @Test
  void askedForTwiceItIsBroughtOnceForBoth() {
    Standings standings = standings();
    standings.ask(SSM, DB, SEVEN, NOW);
    standings.ask(SSM, DB, EIGHT, NOW.plusSeconds(1));
    standings.ask(SSM, DB, null, NOW.plusSeconds(2));
    assertThat(only(standings, NOW.plusSeconds(2)).requests()).containsExactly(SEVEN, EIGHT);
  }

  @Test
  void whatArrivedIsNotDueAnyMoreAndIsKept() {
    Standings standings = standings();
    standings.ask(SSM, DB, SEVEN, NOW);
    Standing arrived =
        only(standings, NOW).arrived("version-2", null, List.of(), NOW.plusSeconds(3));
    assertThat(standings.put(arrived)).isTrue();
    assertThat(standings.due(SSM, NOW.plusSeconds(9), 10)).isEmpty();
    assertThat(standings.waiting(NOW.plusSeconds(9))).isEmpty();
    assertThat(standings.of(SSM)).containsExactly(arrived);
  }

  @Test
  void whatWasAskedForMeanwhileIsStillDue() {
    Standings standings = standings();
    standings.ask(SSM, DB, SEVEN, NOW);
    Standing before = only(standings, NOW);
    standings.ask(SSM, DB, EIGHT, NOW);
    assertThat(standings.put(before.arrived("version-2", null, List.of(), NOW))).isFalse();
    assertThat(standings.forget(before)).isFalse();
    assertThat(only(standings, NOW).requests()).containsExactly(SEVEN, EIGHT);
  }

  @Test
  void whatFailedIsDueWhenItsTimeComesOrItIsAskedForAgain() {
    Standings standings = standings();
    standings.ask(SSM, DB, SEVEN, NOW);
    Standing later = only(standings, NOW).later("away", NOW, 0);
    assertThat(standings.put(later)).isTrue();
    assertThat(standings.due(SSM, NOW.plusSeconds(4), 10)).isEmpty();
    assertThat(standings.due(SSM, NOW.plusSeconds(5), 10)).containsExactly(later);
    standings.ask(SSM, DB, null, NOW.plusSeconds(1));
    Standing again = only(standings, NOW.plusSeconds(1));
    assertThat(again.attempts()).isZero();
    assertThat(again.requests()).containsExactly(SEVEN);
  }

  @Test
  void whatWasToldAsFailedStaysSoUntilItArrives() {
    Standings standings = standings();
    standings.ask(SSM, DB, SEVEN, NOW);
    Standing failing = only(standings, NOW);
    for (int i = 0; i < Patience.TOLD_AFTER; i++) {
      failing = failing.later("away", NOW, 0);
    }
    assertThat(standings.put(failing)).isTrue();
    assertThat(standings.of(SSM)).containsExactly(failing);
    standings.ask(SSM, DB, null, NOW);
    assertThat(only(standings, NOW).status()).isEqualTo(Sync.Status.FAILED);
  }

  @Test
  void theLongestDueComesFirstAndNotMoreThanAsked() {
    Standings standings = standings();
    standings.ask(SSM, DB, SEVEN, NOW.plusSeconds(1));
    standings.ask(SSM, API, SEVEN, NOW);
    assertThat(standings.due(SSM, NOW.plusSeconds(9), 10))
        .extracting(Standing::cargo)
        .containsExactly(API, DB);
    assertThat(standings.due(SSM, NOW.plusSeconds(9), 1))
        .extracting(Standing::cargo)
        .containsExactly(API);
    assertThat(standings.of(SSM)).extracting(Standing::cargo).containsExactly(API, DB);
  }

  @Test
  void newsAreNoDocumentsAndAreForgotten() {
    Standings standings = standings();
    Cargo news = new Cargo.News(SEVEN, 3);
    standings.ask(HOOK, news, SEVEN, NOW);
    List<Standing> due = standings.due(HOOK, NOW, 10);
    assertThat(due).extracting(Standing::cargo).containsExactly(news);
    assertThat(standings.of(HOOK)).isEmpty();
    assertThat(standings.forget(due.getFirst())).isTrue();
    assertThat(standings.due(HOOK, NOW, 10)).isEmpty();
    assertThat(standings.forget(due.getFirst())).isFalse();
  }

  @Test
  void aLaneIsOnesUntilItIsLeftOrLapses() {
    Standings standings = standings();
    assertThat(standings.enter(SSM, "one", NOW, NOW.plusSeconds(60))).isTrue();
    assertThat(standings.enter(SSM, "two", NOW.plusSeconds(60), NOW.plusSeconds(90))).isFalse();
    assertThat(standings.enter(HOOK, "two", NOW, NOW.plusSeconds(60))).isTrue();
    standings.leave(SSM, "two");
    assertThat(standings.enter(SSM, "two", NOW.plusSeconds(1), NOW.plusSeconds(90))).isFalse();
    standings.leave(SSM, "one");
    assertThat(standings.enter(SSM, "two", NOW.plusSeconds(1), NOW.plusSeconds(90))).isTrue();
    assertThat(standings.enter(SSM, "one", NOW.plusSeconds(91), NOW.plusSeconds(99))).isTrue();
    standings.leave(SSM, "two");
    assertThat(standings.enter(SSM, "two", NOW.plusSeconds(92), NOW.plusSeconds(99))).isFalse();
  }

  private static Standing only(Standings standings, Instant now) {
    List<Standing> due = standings.due(SSM, now, 10);
    assertThat(due).hasSize(1);
    return due.getFirst();
  }

  private static Cargo content(String path) {
    return new Cargo.Content(new DocumentId(new EnvironmentId("prod"), new DocumentPath(path)));
  }
}
