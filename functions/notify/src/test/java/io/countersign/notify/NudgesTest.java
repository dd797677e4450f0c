package io.countersign.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.delivery.Delivery;
import io.countersign.delivery.Rounds.Round;
import io.countersign.explain.Reason;
import io.countersign.policy.Reminders;
import io.countersign.request.Decision;
import io.countersign.request.Event;
import io.countersign.request.Requests;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reminders by policy. */
class NudgesTest {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Reminders DAILY = new Reminders(DAY.multipliedBy(2), DAY, 3);
  private static final Instant FIRST = Case.AT.plus(DAY.multipliedBy(2));

  private final Deployment deployment = new Deployment();

  @BeforeEach
  void waiting() {
    deployment.story = Case.standard().reminding(DAILY);
    deployment.now = FIRST.plusSeconds(30);
  }

  private static Round round(int number) {
    return new Round(
        Case.REQUEST, 1, Case.DIGEST, number, FIRST.plus(DAY.multipliedBy(number - 1)));
  }

  private void happens(Event event) {
    deployment.story =
        deployment.story.at(
            Requests.evolve(Case.REQUEST, deployment.story.state(), List.of(event), Case.AT));
  }

  @Test
  void theFirstRoundIsPlannedWhenApproversAreAskedEvenWhereMailIsAway() {
    deployment.mailer.awayAfter(0);
    assertThat(deployment.wake()).hasSize(1);
    assertThat(deployment.rounds.due(FIRST, 10)).isEmpty();
    assertThat(deployment.rounds.due(FIRST.plusSeconds(1), 10)).containsExactly(round(1));
  }

  @Test
  void withoutRemindersInThePolicyNothingIsPlanned() {
    deployment.story = Case.standard();
    deployment.wake();
    assertThat(deployment.rounds.due(FIRST.plus(DAY.multipliedBy(99)), 10)).isEmpty();
  }

  @Test
  void whoHasNotVotedAndCouldStillHelpIsReminded() {
    happens(new Event.Voted(Case.id("cem"), Case.DIGEST, Decision.RETRACT, ""));
    deployment.wake();
    int asked = deployment.mailer.sent().size();
    assertThat(deployment.due(round(1))).isEmpty();
    assertThat(deployment.addresses().subList(asked, deployment.addresses().size()))
        .containsExactly("cem@example.com", "eve@example.com");
    assertThat(deployment.mailer.sent().getLast().text())
        .contains("has waited for your review since Mon 2 Mar 2026, 12:00 UTC.")
        .contains("have not voted on it");
    assertThat(deployment.deliveries.of(Case.REQUEST))
        .extracting(Delivery::event)
        .contains("Reminder 1");
  }

  @Test
  void aRoundThatComesTwiceRemindsOnceAndTheNextOneAgain() {
    deployment.wake();
    int asked = deployment.mailer.sent().size();
    deployment.due(round(1));
    deployment.due(round(1));
    assertThat(deployment.mailer.sent()).hasSize(asked + 1);
    deployment.due(round(2));
    assertThat(deployment.mailer.sent()).hasSize(asked + 2);
  }

  @Test
  void aRoundOfNoPolicyRemindsNobody() {
    deployment.wake();
    int asked = deployment.mailer.sent().size();
    deployment.due(round(4));
    assertThat(deployment.mailer.sent()).hasSize(asked);
  }

  @Test
  void onceItIsDecidedNobodyIsReminded() {
    deployment.wake();
    int asked = deployment.mailer.sent().size();
    for (Event end :
        List.of(
            new Event.Rejected(Case.DIGEST),
            new Event.Withdrawn(Case.id("dana"), ""),
            new Event.Expired(),
            new Event.Voted(Case.id("eve"), Case.DIGEST, Decision.APPROVE, ""),
            new Event.Conflicted(Case.DIGEST, Reason.of("conflict", "x"), true))) {
      deployment.story = Case.standard().reminding(DAILY);
      happens(end);
      assertThat(deployment.due(round(1))).isEmpty();
    }
    assertThat(deployment.mailer.sent()).hasSize(asked);
  }

  @Test
  void remindersThatReachNobodyAreTold() {
    deployment.wake();
    deployment.due(round(1));
    deployment.reported("Permanent", 1, "Reminder 1", "eve");
    assertThat(deployment.said.getLast())
        .isInstanceOfSatisfying(
            Event.DeliveryFailed.class,
            failed -> {
              assertThat(failed.word()).isEqualTo("Reminder 1");
              assertThat(failed.of()).isEqualTo(1);
            });
  }
}
