package io.countersign.delivery;

import static io.countersign.delivery.Deliveries.Claim.ENDED;
import static io.countersign.delivery.Deliveries.Claim.IN_OTHER_HANDS;
import static io.countersign.delivery.Deliveries.Claim.TAKEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.directory.PersonId;
import io.countersign.revision.RequestId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every keeper of deliveries promises. */
public abstract class DeliveriesContract {
  private static final RequestId REQUEST = RequestId.parse("payments-7");
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Duration MOMENT = Duration.ofSeconds(1);

  private Deliveries deliveries;

  /** An empty one. */
  protected abstract Deliveries deliveries();

  @BeforeEach
  void setUp() {
    deliveries = deliveries();
  }

  @Test
  void aNewDeliveryIsTakenOnce() {
    assertThat(deliveries.claim(queued(NOON))).isEqualTo(TAKEN);
    assertThat(deliveries.claim(queued(NOON.plus(MOMENT)))).isEqualTo(IN_OTHER_HANDS);
  }

  @Test
  void whatWasTakenAndNeverEndedIsTakenAgainAfterItsTime() {
    deliveries.claim(queued(NOON));
    Instant later = NOON.plus(Deliveries.IN_HAND);
    assertThat(deliveries.claim(queued(later))).isEqualTo(TAKEN);
    assertThat(deliveries.claim(queued(later.plus(MOMENT)))).isEqualTo(IN_OTHER_HANDS);
  }

  @Test
  void whatWasGivenBackIsTakenAtOnceAndSaysWhyItWaited() {
    deliveries.claim(queued(NOON));
    deliveries.giveBack(queued(NOON).waiting("away", NOON));
    assertThat(deliveries.of(REQUEST)).containsExactly(queued(NOON).waiting("away", NOON));
    assertThat(deliveries.claim(queued(NOON.plus(MOMENT)))).isEqualTo(TAKEN);
  }

  @Test
  void whatWasSentIsNeverTakenAgain() {
    deliveries.claim(queued(NOON));
    Delivery sent = queued(NOON).sent("message-1", NOON.plus(MOMENT));
    deliveries.end(sent);
    assertThat(deliveries.claim(queued(NOON.plus(Duration.ofDays(1))))).isEqualTo(ENDED);
    assertThat(deliveries.of(REQUEST)).containsExactly(sent);
  }

  @Test
  void whatFailedIsNeverTakenAgain() {
    deliveries.claim(queued(NOON));
    Delivery failed = queued(NOON).failed("bad address", NOON);
    deliveries.end(failed);
    assertThat(deliveries.claim(queued(NOON.plus(Duration.ofDays(1))))).isEqualTo(ENDED);
    assertThat(deliveries.of(REQUEST)).containsExactly(failed);
  }

  @Test
  void eventsAndPeopleAreKeptApartAndListedInTheirOrder() {
    Delivery tenthBob = delivery(10, "bob");
    Delivery secondCem = delivery(2, "cem");
    Delivery secondBob = delivery(2, "bob");
    assertThat(deliveries.claim(tenthBob)).isEqualTo(TAKEN);
    assertThat(deliveries.claim(secondCem)).isEqualTo(TAKEN);
    assertThat(deliveries.claim(secondBob)).isEqualTo(TAKEN);
    assertThat(deliveries.of(REQUEST)).containsExactly(secondBob, secondCem, tenthBob);
    assertThat(deliveries.of(RequestId.parse("payments-70"))).isEmpty();
  }

  @Test
  void aReportThatCameBeforeItWasWrittenDownThatItWasSentStays() {
    deliveries.claim(queued(NOON));
    Delivery delivered = queued(NOON).after(report(Report.Kind.DELIVERED));
    assertThat(deliveries.replace(queued(NOON), delivered)).isTrue();
    deliveries.end(queued(NOON).sent("message-1", NOON));
    deliveries.giveBack(queued(NOON).waiting("away", NOON));
    assertThat(deliveries.find(queued(NOON).key())).isEqualTo(delivered);
    assertThat(deliveries.claim(queued(NOON.plus(Duration.ofDays(1))))).isEqualTo(ENDED);
  }

  @Test
  void ofTwoReportsAtOnceOneIsReadAgain() {
    deliveries.claim(queued(NOON));
    Delivery sent = queued(NOON).sent("message-1", NOON);
    deliveries.end(sent);
    assertThat(deliveries.replace(sent, sent.after(report(Report.Kind.DELIVERED)))).isTrue();
    assertThat(deliveries.replace(sent, sent.after(report(Report.Kind.DELAYED)))).isFalse();
    Delivery found = deliveries.find(sent.key());
    assertThat(found).isEqualTo(sent.after(report(Report.Kind.DELIVERED)));
  }

  @Test
  void whatWasNeverClaimedIsNotFound() {
    deliveries.claim(queued(NOON));
    assertThat(deliveries.find(delivery(1, "cem").key())).isNull();
    assertThat(deliveries.find(delivery(2, "bob").key())).isNull();
    assertThat(deliveries.replace(delivery(1, "cem"), delivery(1, "cem").failed("gone", NOON)))
        .isFalse();
  }

  @Test
  void aReminderIsADeliveryOfItsOwn() {
    deliveries.claim(queued(NOON));
    Delivery reminder =
        Delivery.queued(REQUEST, 1, "Reminder 1", new PersonId("bob"), NOON.plus(MOMENT));
    assertThat(deliveries.claim(reminder)).isEqualTo(TAKEN);
    assertThat(deliveries.of(REQUEST)).containsExactlyInAnyOrder(queued(NOON), reminder);
  }

  private static Report report(Report.Kind kind) {
    return new Report(kind, "message-1", null, NOON.plus(MOMENT));
  }

  private static Delivery queued(Instant at) {
    return Delivery.queued(REQUEST, 1, "Submitted", new PersonId("bob"), at);
  }

  private static Delivery delivery(long sequence, String person) {
    return Delivery.queued(REQUEST, sequence, "Submitted", new PersonId(person), NOON);
  }
}
