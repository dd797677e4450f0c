package io.countersign.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.delivery.Delivery.Status;
import io.countersign.delivery.Report.Kind;
import io.countersign.directory.PersonId;
import io.countersign.revision.RequestId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class DeliveryTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Delivery QUEUED =
      Delivery.queued(RequestId.parse("payments-7"), 1, "Submitted", new PersonId("bob"), NOON);
  private static final Delivery SENT = QUEUED.sent("m", NOON);

  private static Status after(Delivery delivery, Kind... kinds) {
    Delivery next = delivery;
    for (Kind kind : kinds) {
      next = next.after(new Report(kind, "m", kind.name(), NOON.plusSeconds(1)));
    }
    return next.status();
  }

  @Test
  void aReportSaysHowFarItCame() {
    assertThat(after(SENT, Kind.DELIVERED)).isEqualTo(Status.DELIVERED);
    assertThat(after(SENT, Kind.DELAYED)).isEqualTo(Status.SENT);
    assertThat(after(SENT, Kind.RETURNED)).isEqualTo(Status.BOUNCED);
    assertThat(after(SENT, Kind.BOUNCED)).isEqualTo(Status.BOUNCED);
    assertThat(after(SENT, Kind.COMPLAINED)).isEqualTo(Status.COMPLAINED);
    assertThat(after(SENT, Kind.REFUSED)).isEqualTo(Status.FAILED);
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "DELAYED")
  void aReportMayComeBeforeItWasWrittenDownThatItWasSent(Kind kind) {
    assertThat(after(QUEUED, kind)).isEqualTo(after(SENT, kind));
    assertThat(QUEUED.after(new Report(kind, "m", null, NOON)).messageId()).isEqualTo("m");
  }

  @ParameterizedTest
  @EnumSource
  void theSameReportTwiceChangesNothing(Kind kind) {
    Report report = new Report(kind, "m", "why", NOON);
    Delivery once = SENT.after(report);
    assertThat(once.after(report)).isEqualTo(once);
  }

  @Test
  void whatTheReadersServerHasTakenMayStillComeBack() {
    assertThat(after(SENT, Kind.DELIVERED, Kind.BOUNCED)).isEqualTo(Status.BOUNCED);
    assertThat(after(SENT, Kind.BOUNCED, Kind.DELIVERED)).isEqualTo(Status.BOUNCED);
  }

  @Test
  void anAnsweringMachineDoesNotMakeADeliveredMailABouncedOne() {
    assertThat(after(SENT, Kind.DELIVERED, Kind.RETURNED)).isEqualTo(Status.DELIVERED);
  }

  @Test
  void lateNewsOfADelayIsNoNews() {
    for (Kind kind : List.of(Kind.DELIVERED, Kind.BOUNCED, Kind.COMPLAINED, Kind.REFUSED)) {
      assertThat(after(SENT, kind, Kind.DELAYED)).isEqualTo(after(SENT, kind));
    }
  }

  @Test
  void whoComplainsWasTold() {
    assertThat(after(SENT, Kind.DELIVERED, Kind.COMPLAINED)).isEqualTo(Status.COMPLAINED);
    assertThat(after(SENT, Kind.COMPLAINED, Kind.DELIVERED)).isEqualTo(Status.COMPLAINED);
    assertThat(after(SENT, Kind.COMPLAINED, Kind.BOUNCED)).isEqualTo(Status.COMPLAINED);
    assertThat(Stream.of(Status.values()).map(DeliveryTest::missed))
        .containsExactly(false, false, false, true, false, true);
  }

  private static boolean missed(Status status) {
    return new Delivery(QUEUED.key(), status, null, null, NOON).missed();
  }

  @Test
  void whatWasToldFirstStays() {
    Report complaint = new Report(Kind.COMPLAINED, "m", "spam", NOON);
    Delivery complained = SENT.after(complaint);
    assertThat(complained.after(new Report(Kind.COMPLAINED, "m", "again", NOON.plusSeconds(1))))
        .isEqualTo(complained);
    assertThat(after(SENT, Kind.DELIVERED, Kind.REFUSED)).isEqualTo(Status.DELIVERED);
  }

  @Test
  void aDeliveryIsOfOneEventToOnePerson() {
    assertThat(SENT.request()).isEqualTo(RequestId.parse("payments-7"));
    assertThat(SENT.sequence()).isEqualTo(1);
    assertThat(SENT.event()).isEqualTo("Submitted");
    assertThat(SENT.person()).isEqualTo(new PersonId("bob"));
  }

  @Test
  void withoutASenderNoMailIsTaken() {
    Mail mail = new Mail("bob@example.com", "subject", "<p>text", "text", "<thread>", Map.of());
    assertThat(Mailer.withoutSender().send(mail))
        .isEqualTo(new Mailer.Sending.Refused("no sender address is configured"));
  }

  @Test
  void theReasonIsTheReports() {
    Delivery delayed = SENT.after(new Report(Kind.DELAYED, "m", "mailbox full", NOON));
    assertThat(delayed.reason()).isEqualTo("mailbox full");
    assertThat(delayed.after(new Report(Kind.DELIVERED, "m", null, NOON)).reason()).isNull();
  }

  @Test
  void whatWasDeliveredWasNotRefused() {
    assertThat(after(SENT, Kind.DELIVERED, Kind.REFUSED)).isEqualTo(Status.DELIVERED);
  }
}
