package io.countersign.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.countersign.delivery.Delivery;
import io.countersign.delivery.Delivery.Status;
import io.countersign.delivery.Rounds.Round;
import io.countersign.json.Json;
import io.countersign.policy.Reminders;
import io.countersign.request.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What comes again, and when. */
class BackOffTest {
  private final Deployment deployment = new Deployment();

  private List<Duration> waits(int... received) {
    for (int count : received) {
      String message =
          Deployment.stored("submitted")
              .replace(
                  "\"ApproximateReceiveCount\": \"1\"",
                  "\"ApproximateReceiveCount\": \"" + count + "\"");
      assertThat(deployment.wake(message, deployment.mailer)).hasSize(1);
    }
    return deployment.waits.times;
  }

  @Test
  void whatIsThrottledWaitsTwiceAsLongEachTimeUpToAQuarterOfAnHour() {
    deployment.mailer.awayAfter(0);
    assertThat(waits(1, 2, 3, 4, 6, 7, 11, 12))
        .extracting(Duration::toSeconds)
        .containsExactly(20L, 40L, 80L, 160L, 640L, 900L, 900L, 900L);
  }

  @Test
  void mailThatIsAwayForAnHourIsWaitedFor() {
    deployment.mailer.awayAfter(0);
    Duration all = Duration.ZERO;
    for (Duration wait : waits(IntStream.rangeClosed(1, 11).toArray())) {
      all = all.plus(wait);
    }
    assertThat(all).isGreaterThan(Duration.ofHours(1));
  }

  @Test
  void afterTheLastTryItIsSaidThatNobodyWasToldAndWhy() {
    deployment.mailer.awayAfter(1);
    waits(11);
    assertThat(deployment.said).isEmpty();
    waits(12);
    assertThat(deployment.deliveries.of(Case.REQUEST))
        .extracting(each -> each.person().value(), Delivery::status, Delivery::reason)
        .containsExactly(
            tuple("bob", Status.SENT, null),
            tuple("cem", Status.FAILED, "it was tried for too long: SES SendEmail: away"),
            tuple("eve", Status.FAILED, "it was tried for too long: SES SendEmail: away"));
    assertThat(deployment.said).as("one of those who are asked was").isEmpty();
  }

  @Test
  void afterTheLastTryOfABypassItIsAnEventWhoWasNotTold() {
    Event around =
        new Event.MergeStarted(
            Case.id("dana"), Case.DIGEST, Event.Mode.BYPASS, "Leaked.", Case.ids(), true);
    deployment.mailer.awayAfter(3);
    deployment.tries = 12;
    assertThat(deployment.wake(around)).as("it is put aside, with its alarm").hasSize(1);
    assertThat(deployment.said.getLast())
        .isInstanceOfSatisfying(
            Event.DeliveryFailed.class,
            failed ->
                assertThat(failed.unreached())
                    .extracting(each -> each.person().value())
                    .containsExactly("dana", "eve", "fay"));
  }

  @Test
  void afterTheLastTryOfAReminderItIsToldToo() {
    Duration day = Duration.ofDays(1);
    deployment.story = Case.standard().reminding(new Reminders(day, day, 3));
    deployment.wake();
    deployment.mailer.awayAfter(0);
    deployment.tries = 12;
    Round round = new Round(Case.REQUEST, 1, Case.DIGEST, 1, Case.AT.plus(day));
    assertThat(deployment.due(round)).hasSize(1);
    assertThat(deployment.said.getLast()).isInstanceOf(Event.DeliveryFailed.class);
  }

  @Test
  void theQueuePutsAMessageAsideAfterTheLastTry() throws IOException {
    assertThat(Files.readString(Path.of("../../template.yaml")))
        .contains("deadLetterTargetArn: !GetAtt NotifyDeadLetters.Arn, maxReceiveCount: 12 }");
  }

  @Test
  void whatSomebodyElseHasInHandComesAgainWhenItMayBeTaken() {
    deployment.deliveries.claim(
        Delivery.queued(Case.REQUEST, 1, "Submitted", Case.id("bob"), Deployment.NOW));
    assertThat(waits(1)).containsExactly(Duration.ofMinutes(1));
  }

  @Test
  void whatWentWellDoesNotWait() {
    assertThat(deployment.wake()).isEmpty();
    assertThat(deployment.waits.times).isEmpty();
  }

  @Test
  void whereTheQueueIsAwayTooItsOwnTimeHolds() {
    deployment.mailer.awayAfter(0);
    deployment.waits.away();
    assertThat(waits(1, 2)).isEmpty();
  }

  @Test
  void waitsAreSpread() {
    List<Duration> times = new ArrayList<>();
    BackOff back = new BackOff((_, _, time) -> times.add(time), () -> Long.MAX_VALUE);
    back.message(Json.object().build(), new IllegalStateException());
    assertThat(times.getFirst()).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(25));
  }
}
