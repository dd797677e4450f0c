package io.countersign.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.delivery.Delivery;
import io.countersign.json.Json;
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
    assertThat(waits(1, 2, 3, 4, 6, 7, 12, 100))
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
