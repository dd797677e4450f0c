package io.countersign.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.delivery.Delivery;
import io.countersign.delivery.Delivery.Status;
import io.countersign.request.Event;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What SES says afterwards, and who is told of it. */
class ReportsTest {
  private static final Event AROUND =
      new Event.MergeStarted(
          Case.id("dana"), Case.DIGEST, Event.Mode.BYPASS, "Leaked.", Case.ids("cem"), true);

  private final Deployment deployment = new Deployment();

  @BeforeEach
  void asked() {
    deployment.wake();
  }

  @Test
  void aBounceIsWrittenDownWithTheReasonAndTheServersWords() {
    assertThat(deployment.wake(Deployment.stored("bounced"), deployment.mailer)).isEmpty();
    Delivery bounced = found(1, "Submitted", "bob");
    assertThat(bounced.status()).isEqualTo(Status.BOUNCED);
    assertThat(bounced.reason()).isEqualTo("SES: Permanent, General, smtp; 550 5.1.1 user unknown");
    assertThat(found(1, "Submitted", "cem").status()).isEqualTo(Status.SENT);
  }

  @Test
  void theReadersAddressIsInNoReason() {
    String quoting =
        Deployment.stored("bounced").replace("user unknown", "<bob@example.com> is unknown");
    assertThat(deployment.wake(quoting, deployment.mailer)).isEmpty();
    assertThat(found(1, "Submitted", "bob").reason())
        .isEqualTo("SES: Permanent, General, smtp; 550 5.1.1 <(address)> is unknown");
  }

  @ParameterizedTest
  @CsvSource({
    "Delivery,      {},                                                  DELIVERED,",
    "Send,          {},                                                  SENT,",
    "Open,          {},                                                  SENT,",
    "Bounce,        '{\"bounceType\":\"Transient\",\"bounceSubType\":\"MailboxFull\"}', BOUNCED,"
        + " 'SES: Transient, MailboxFull'",
    "Complaint,     '{\"complaintFeedbackType\":\"abuse\"}',             COMPLAINED,"
        + " 'SES: Complaint, abuse'",
    "Complaint,     '{\"complaintSubType\":\"OnAccountSuppressionList\"}', BOUNCED,"
        + " 'SES: Complaint, OnAccountSuppressionList'",
    "Reject,        '{\"reason\":\"Bad content\"}',                      FAILED,"
        + " 'SES: Reject, Bad content'",
    "DeliveryDelay, '{\"delayType\":\"MailboxFull\"}',                   SENT,"
        + " 'SES: Delayed, MailboxFull'"
  })
  void eachOfSesEventsSaysHowFarAMailCame(String type, String more, Status status, String reason) {
    assertThat(deployment.wake(event(type, more), deployment.mailer)).isEmpty();
    Delivery found = found(1, "Submitted", "bob");
    assertThat(found.status()).isEqualTo(status);
    assertThat(found.reason()).isEqualTo(reason);
  }

  /** The stored event as another one. */
  private static String event(String type, String more) {
    String member = Character.toLowerCase(type.charAt(0)) + type.substring(1);
    return Deployment.stored("bounced")
        .replace("\\\"eventType\\\":\\\"Bounce\\\"", "\\\"eventType\\\":\\\"" + type + "\\\"")
        .replaceFirst(
            "\\\\\"bounce\\\\\":\\{.*?\\},\\\\\"mail",
            "\\\\\"" + member + "\\\\\":" + more.replace("\"", "\\\\\"") + ",\\\\\"mail");
  }

  @Test
  void aReportThatOvertakesTheRecordOfTheSendingCounts() {
    Delivery queued =
        Delivery.queued(Case.REQUEST, 1, "Reminder 1", Case.id("bob"), Deployment.NOW);
    deployment.deliveries.claim(queued);
    deployment.reported("Permanent", 1, "Reminder 1", "bob");
    assertThat(found(1, "Reminder 1", "bob").status()).isEqualTo(Status.BOUNCED);
  }

  @Test
  void whatIsAboutNoMailOfOursIsPassedOver() {
    String stored = Deployment.stored("bounced");
    for (String strange :
        List.of(
            stored.replace("\\\"1-bob\\\"", "\\\"x\\\""),
            stored.replace("\\\"1-bob\\\"", "\\\"x-bob\\\""),
            stored.replace("\\\"1-bob\\\"", "\\\"1-ZED\\\""),
            stored.replace("\\\"1-bob\\\"", "\\\"9-bob\\\""),
            stored.replace("\\\"delivery\\\"", "\\\"other\\\""),
            stored.replace("[\\\"payments-7\\\"]", "[]"))) {
      assertThat(deployment.wake(strange, deployment.mailer)).isEmpty();
    }
    assertThat(found(1, "Submitted", "bob").status()).isEqualTo(Status.SENT);
    assertThat(failures()).isEmpty();
  }

  @Test
  void thatNobodyOfThoseWhoAreAskedIsReachedIsToldOnceTheLastOneIsNot() {
    deployment.reported("Permanent", 1, "Submitted", "bob");
    deployment.reported("Transient", 1, "Submitted", "cem");
    assertThat(failures()).isEmpty();
    deployment.reported("Permanent", 1, "Submitted", "eve");
    assertThat(failures()).hasSize(1);
    assertThat(failures().getFirst().of()).isEqualTo(1);
    assertThat(failures().getFirst().unreached())
        .extracting(each -> each.person().value())
        .containsExactly("bob", "cem", "eve");
    deployment.reported("Permanent", 1, "Submitted", "eve");
    deployment.reported("Permanent", 1, "Submitted", "bob");
    assertThat(failures()).hasSize(1);
  }

  @Test
  void whoseTurnHasNotComeIsNotSaidToBeMissed() {
    Deployment throttled = new Deployment();
    throttled.mailer.awayAfter(1);
    assertThat(throttled.wake()).hasSize(1);
    throttled.reported("Permanent", 1, "Submitted", "bob");
    assertThat(throttled.said).hasSize(1);
    throttled.mailer.back();
    assertThat(throttled.wake()).isEmpty();
    assertThat(throttled.said).hasSize(1);
  }

  @Test
  void thatNobodyIsLeftWhoCouldBeAskedIsTold() {
    Deployment left = new Deployment();
    left.story = Case.abandoned();
    assertThat(left.wake()).isEmpty();
    assertThat(left.addresses()).isEmpty();
    assertThat(left.said.getLast())
        .isInstanceOfSatisfying(
            Event.DeliveryFailed.class,
            failed ->
                assertThat(failed.unreached())
                    .containsExactly(
                        new Event.Unreached(
                            Case.id("eve"), "the person may not approve the request any more")));
    assertThat(left.wake()).isEmpty();
    assertThat(left.said).hasSize(2);
  }

  @Test
  void whereNobodyIsToBeAskedNothingFailed() {
    Deployment alone = new Deployment();
    alone.story = Case.unprotected();
    assertThat(alone.wake()).isEmpty();
    assertThat(alone.said).hasSize(1);
    assertThat(alone.deliveries.of(Case.REQUEST)).isEmpty();
  }

  @Test
  void oneReaderOfAMergeWithoutAgreementWhoIsNotReachedIsTold() {
    deployment.wake(AROUND);
    deployment.reported("Permanent", 2, "Merge Started", "fay");
    assertThat(failures())
        .containsExactly(
            new Event.DeliveryFailed(
                2,
                "Merge Started",
                List.of(
                    new Event.Unreached(
                        Case.id("fay"), "SES: Permanent, General, smtp; 550 5.1.1 user unknown"))));
    deployment.reported("Permanent", 2, "Merge Started", "eve");
    assertThat(failures()).hasSize(2);
    assertThat(failures().getLast().unreached()).hasSize(1);
  }

  @Test
  void whileItIsMergedTheReportComesAgain() {
    deployment.story = deployment.story.around();
    deployment.wake(AROUND);
    Case merging = deployment.story;
    assertThat(deployment.reported("Permanent", 2, "Merge Started", "fay")).hasSize(1);
    assertThat(failures()).isEmpty();
    assertThat(found(2, "Merge Started", "fay").status()).isEqualTo(Status.BOUNCED);
    deployment.story = merging.merged();
    assertThat(deployment.reported("Permanent", 2, "Merge Started", "fay")).isEmpty();
    assertThat(failures()).hasSize(1);
  }

  @Test
  void whoHasNoAddressIsToldOfInTheSameBreath() {
    deployment.story = deployment.story.with(Case.directory(Case.person("bob", "Bob", "", true)));
    assertThat(deployment.wake(AROUND)).isEmpty();
    assertThat(failures()).hasSize(1);
    assertThat(failures().getFirst().unreached())
        .extracting(each -> each.person().value())
        .contains("bob", "cem", "eve");
    assertThat(deployment.wake(AROUND)).isEmpty();
  }

  @Test
  void ofAnAskedAudienceWithoutAnyAddressItIsToldOnce() {
    Deployment silent = new Deployment();
    silent.story = silent.story.with(Case.directory(Case.person("bob", "Bob", "", true)));
    assertThat(silent.wake()).isEmpty();
    assertThat(silent.said).hasSize(2).last().isInstanceOf(Event.DeliveryFailed.class);
    assertThat(silent.wake()).isEmpty();
    assertThat(silent.said).hasSize(2);
  }

  @Test
  void adminsAndTheAuthorAreMailedAndWhereThatFailsItEndsThere() {
    deployment.wake(AROUND);
    deployment.reported("Permanent", 2, "Merge Started", "fay");
    int before = deployment.mailer.sent().size();
    deployment.again();
    assertThat(deployment.addresses().subList(before, deployment.addresses().size()))
        .containsExactly("ada@example.com", "dana@example.com");
    assertThat(deployment.mailer.sent().getLast().text())
        .contains("Mail about \"Merge Started\" did not reach people who have to hear of it.")
        .contains("Not told: Fay Lund");
    deployment.reported("Permanent", 3, "Delivery Failed", "ada");
    assertThat(found(3, "Delivery Failed", "ada").status()).isEqualTo(Status.BOUNCED);
    assertThat(failures()).hasSize(1);
  }

  private List<Event.DeliveryFailed> failures() {
    return deployment.said.stream()
        .filter(Event.DeliveryFailed.class::isInstance)
        .map(Event.DeliveryFailed.class::cast)
        .toList();
  }

  private Delivery found(long sequence, String word, String person) {
    Delivery.Key key =
        Delivery.queued(Case.REQUEST, sequence, word, Case.id(person), Deployment.NOW).key();
    return Objects.requireNonNull(deployment.deliveries.find(key));
  }
}
