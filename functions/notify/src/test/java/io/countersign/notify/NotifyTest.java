package io.countersign.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.countersign.delivery.Delivery;
import io.countersign.delivery.Delivery.Status;
import io.countersign.delivery.Mail;
import io.countersign.delivery.Mailer;
import io.countersign.directory.Directory;
import io.countersign.directory.Role;
import io.countersign.explain.Reason;
import io.countersign.request.Decision;
import io.countersign.request.Event;
import io.countersign.request.Requests;
import io.countersign.revision.Digest;
import io.countersign.revision.Landed;
import io.countersign.revision.Remains;
import io.countersign.rule.Edit;
import io.countersign.sample.Rulebook;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NotifyTest {
  private static final Event AGREED = new Event.Agreed(Case.DIGEST, null, false);
  private static final Digest OTHER = new Digest("7d".repeat(32));

  private final Deployment deployment = new Deployment();

  @Test
  void aSubmissionIsMailedToEachEligibleApproverButItsAuthors() {
    assertThat(deployment.wake()).isEmpty();
    assertThat(deployment.addresses())
        .containsExactly("bob@example.com", "cem@example.com", "eve@example.com");
    assertThat(records())
        .extracting(Delivery::event, delivery -> delivery.person().value(), Delivery::status)
        .containsExactly(
            tuple("Submitted", "bob", Status.SENT),
            tuple("Submitted", "cem", Status.SENT),
            tuple("Submitted", "eve", Status.SENT));
    assertThat(records().getFirst().messageId()).isEqualTo("message-1");
  }

  @ParameterizedTest
  @MethodSource("told")
  void authorAndVotersAreTold(Event event) {
    assertThat(deployment.wake(event)).isEmpty();
    assertThat(deployment.addresses())
        .containsExactly("bob@example.com", "cem@example.com", "dana@example.com");
  }

  @ParameterizedTest
  @MethodSource("told")
  void theActiveOwnersOfTheMachineThatWroteItAreToldAsAnAuthorIs(Event event) {
    deployment.story = Case.ofAMachine();
    assertThat(deployment.wake(event)).isEmpty();
    assertThat(deployment.addresses())
        .containsExactly("bob@example.com", "cem@example.com", "dana@example.com");
    assertThat(deployment.mailer.sent().getLast().text())
        .contains("Deploy bot", "you own the machine that wrote the request");
  }

  static Stream<Event> told() {
    return Stream.of(
        new Event.Rejected(Case.DIGEST),
        new Event.Expired(),
        new Event.Merged(Case.DIGEST, List.of()),
        new Event.Conflicted(Case.DIGEST, Reason.of("conflict", "Key \"A\" changed."), true));
  }

  @ParameterizedTest
  @MethodSource("alarming")
  void allApproversAndAdminsAreToldOfAMergeWithoutAgreement(Event event) {
    deployment.story = deployment.story.around();
    assertThat(deployment.wake(event)).isEmpty();
    assertThat(deployment.addresses())
        .containsExactly(
            "ada@example.com",
            "bob@example.com",
            "cem@example.com",
            "dana@example.com",
            "eve@example.com",
            "fay@example.com");
  }

  static Stream<Event> alarming() {
    return Stream.of(
        new Event.MergeStarted(
            Case.id("dana"), Case.DIGEST, Event.Mode.BYPASS, "Leaked.", Case.ids("cem"), true),
        new Event.MergeStarted(
            Case.id("bob"), Case.DIGEST, Event.Mode.FINISH, "Leaked.", Case.ids("cem"), false),
        new Event.Bypassed(Case.DIGEST, List.of()));
  }

  @Test
  void whoMayMergeItIsToldOnceThatItIsAgreedBesidesAuthorAndVoters() {
    agreed();
    assertThat(deployment.wake(AGREED)).isEmpty();
    assertThat(deployment.addresses())
        .containsExactly(
            "ada@example.com", "bob@example.com", "dana@example.com", "eve@example.com");
    assertThat(deployment.mailer.sent().getFirst().text())
        .contains("because you may merge the request")
        .contains("Bob Stone and Eve Li approved the request");
  }

  private void agreed() {
    deployment.story = Case.standard().agreed();
    deployment.rules = Case.proposing();
  }

  @Test
  void whatIsMergedByItselfIsNotSaidToWaitForIt() {
    agreed();
    assertThat(deployment.wake(new Event.Agreed(Case.DIGEST, null, true))).isEmpty();
    assertThat(deployment.addresses()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("overtaking")
  void whatCannotBeMergedAnyMoreIsNotSaidToBe(Event event) {
    agreed();
    deployment.story =
        deployment.story.at(
            Requests.evolve(Case.REQUEST, deployment.story.state(), List.of(event), Case.AT));
    assertThat(deployment.wake(AGREED)).isEmpty();
    assertThat(deployment.addresses()).isEmpty();
  }

  static Stream<Event> overtaking() {
    return Stream.of(
        Event.MergeStarted.agreed(Case.id("dana"), Case.DIGEST, false),
        new Event.Revised(Case.id("dana"), 2, OTHER, "Rotate", List.of(Case.STRIPE), null),
        new Event.Voted(Case.id("eve"), Case.DIGEST, Decision.RETRACT, ""),
        new Event.Voted(Case.id("cem"), Case.DIGEST, Decision.REJECT, ""),
        new Event.Conflicted(Case.DIGEST, Reason.of("conflict", "x"), true));
  }

  @Test
  void adminsAndTheAuthorAreToldWhatAFailedMergeLeftInEachDocument() {
    assertThat(deployment.wake(failed())).isEmpty();
    assertThat(deployment.addresses()).containsExactly("ada@example.com", "dana@example.com");
    assertThat(deployment.mailer.sent())
        .allSatisfy(
            mail ->
                assertThat(mail.text())
                    .contains("The change is live.", "Nothing of the change is live.")
                    .contains("can finish it or undo it"));
  }

  static Event failed() {
    return new Event.Failed(
        Case.DIGEST,
        List.of(
            new Remains(Case.STRIPE, Remains.State.HELD, "v2", "prod/payments/stripe holds it."),
            new Remains(
                Rulebook.document("/db"), Remains.State.NOT_HELD, null, "prod/db is as it was.")));
  }

  @Test
  void aCommentIsMailedToAuthorAndParticipantsButNotToWhoWroteIt() {
    deployment.said.addAll(List.of(Case.submitted("Rotate"), comment("eve"), comment("bob")));
    assertThat(deployment.wake(comment("bob"))).isEmpty();
    assertThat(deployment.addresses())
        .containsExactly("cem@example.com", "dana@example.com", "eve@example.com");
    assertThat(deployment.mailer.sent().getLast().text())
        .contains("Bob Stone commented on the request of Dana Okafor.", "Comment: Why now?")
        .contains("because you commented on the request");
  }

  @Test
  void whoCommentedAndMayNotReadTheRequestAnyMoreIsNotToldOfTheNextComment() {
    deployment.said.addAll(List.of(Case.submitted("Rotate"), comment("fay"), comment("gus")));
    deployment.rules =
        Rulebook.rules(
            List.of(Rulebook.policy("later", Rulebook.requirement(1, "bob"))),
            List.of(Rulebook.binding("viewer", Role.VIEWER, "fay")));
    assertThat(deployment.wake(comment("bob"))).isEmpty();
    assertThat(deployment.addresses()).contains("fay@example.com");
    deployment.rules = Case.rules();
    assertThat(deployment.wake(comment("bob"))).isEmpty();
    assertThat(deployment.addresses()).containsOnlyOnce("fay@example.com");
  }

  @Test
  void whoCommentsLaterIsNotToldOfWhatWasSaidBefore() {
    Stream.generate(() -> comment("bob")).limit(120).forEach(deployment.said::add);
    deployment.said.set(110, comment("eve"));
    assertThat(deployment.wake(comment("cem"))).isEmpty();
    assertThat(deployment.addresses())
        .containsExactly("bob@example.com", "dana@example.com", "eve@example.com");
  }

  private static Event comment(String by) {
    return new Event.Commented(Case.id(by), "Why now?");
  }

  @Test
  void tagsAreOfLettersDigitsAndDashesAlone() {
    deployment.wake(alarming().findFirst().orElseThrow());
    assertThat(deployment.mailer.sent())
        .allSatisfy(
            mail -> assertThat(mail.tags().values()).allMatch(tag -> tag.matches("[A-Za-z0-9_-]+")))
        .allSatisfy(mail -> assertThat(mail.tags()).containsEntry("event", "Merge-Started"));
  }

  @Test
  void theReasonAndStandingRejectionsAreNamed() {
    alarming()
        .forEach(
            event -> {
              deployment.story = Case.standard().around();
              deployment.wake(event);
              assertThat(deployment.mailer.sent().getLast().text())
                  .contains("Reason: ", "Rejected by: Cem Aydın");
            });
  }

  @ParameterizedTest
  @MethodSource("silent")
  void nobodyIsToldOfOtherEvents(Event event) {
    assertThat(deployment.wake(event)).isEmpty();
    assertThat(deployment.addresses()).isEmpty();
    assertThat(records()).isEmpty();
  }

  static Stream<Event> silent() {
    return Stream.of(
        new Event.Voted(Case.id("bob"), Case.DIGEST, Decision.APPROVE, ""),
        new Event.Withdrawn(Case.id("dana"), ""),
        Event.MergeStarted.agreed(Case.id("dana"), Case.DIGEST, false),
        new Event.MergeStarted(
            Case.id("dana"), Case.DIGEST, Event.Mode.FINISH, "", Case.ids(), false),
        new Event.MergeStarted(
            Case.id("dana"), Case.DIGEST, Event.Mode.UNDO, "", Case.ids(), false),
        new Event.Acknowledged(Case.id("bob"), "Seen."),
        new Event.RulesChanged(
            Case.governance().revision().edits().stream().map(Edit::thing).toList()),
        new Event.SecretsChanged(
            new Landed(Case.STRIPE, "arn", "v2", List.of("STRIPE_KEY"), Landed.Fate.WRITTEN)),
        new Event.Revealed(Case.id("bob"), Case.STRIPE, "STRIPE_KEY", Event.What.CURRENT));
  }

  @Test
  void aDuplicateSendsNothingTwice() {
    deployment.wake();
    deployment.now = Deployment.NOW.plus(Duration.ofHours(1));
    assertThat(deployment.wake()).isEmpty();
    assertThat(deployment.mailer.sent()).hasSize(3);
  }

  @Test
  void mailAwayMakesTheMessageComeAgainForThoseNotToldYet() {
    deployment.mailer.awayAfter(1);
    assertThat(deployment.wake()).hasSize(1);
    assertThat(records())
        .extracting(Delivery::status, Delivery::reason)
        .containsExactly(
            tuple(Status.SENT, null),
            tuple(Status.QUEUED, "SES SendEmail: away"),
            tuple(Status.QUEUED, "SES SendEmail: away"));
    deployment.mailer.back();
    assertThat(deployment.wake()).isEmpty();
    assertThat(deployment.addresses())
        .containsExactly("bob@example.com", "cem@example.com", "eve@example.com");
  }

  @Test
  void whomMailIsAwayForKeepsNobodyFromTheirMail() {
    deployment.mailer.awayOnceAfter(1);
    assertThat(deployment.wake()).hasSize(1);
    assertThat(deployment.addresses()).containsExactly("bob@example.com", "eve@example.com");
    assertThat(deployment.wake()).isEmpty();
    assertThat(deployment.addresses()).endsWith("cem@example.com").hasSize(3);
  }

  @Test
  void whatSomebodyElseHasInHandComesAgainAndIsTakenOverAfterAMinute() {
    Delivery crashed =
        Delivery.queued(Case.REQUEST, 1, "Submitted", Case.id("bob"), Deployment.NOW);
    deployment.deliveries.claim(crashed);
    assertThat(deployment.wake()).hasSize(1);
    assertThat(deployment.addresses()).containsExactly("cem@example.com", "eve@example.com");
    deployment.now = Deployment.NOW.plus(Duration.ofMinutes(1));
    assertThat(deployment.wake()).isEmpty();
    assertThat(deployment.addresses()).endsWith("bob@example.com").hasSize(3);
  }

  @Test
  void whatACallHasNoTimeForComesAgain() {
    Mailer slow =
        mail -> {
          deployment.now = deployment.now.plus(Duration.ofSeconds(50));
          return deployment.mailer.send(mail);
        };
    assertThat(deployment.wake(Deployment.stored("submitted"), slow)).hasSize(1);
    assertThat(records())
        .extracting(Delivery::status, Delivery::reason)
        .containsExactly(
            tuple(Status.SENT, null),
            tuple(Status.QUEUED, "no time was left"),
            tuple(Status.QUEUED, "no time was left"));
    deployment.left = Duration.ofSeconds(9);
    assertThat(deployment.wake()).hasSize(1);
    assertThat(deployment.mailer.sent()).hasSize(1);
    assertThat(deployment.waits.times).containsOnly(Duration.ofSeconds(5));
    deployment.left = Deployment.WHOLE;
    assertThat(deployment.wake()).isEmpty();
    assertThat(deployment.mailer.sent()).hasSize(3);
  }

  @Test
  void anAddressThatIsRefusedFailsAndKeepsNothingFromTheOthers() {
    deployment.mailer.refuse("bob@example.com");
    assertThat(deployment.wake()).isEmpty();
    assertThat(reason("bob")).isEqualTo("SES refused it: bad address");
    assertThat(deployment.addresses()).containsExactly("cem@example.com", "eve@example.com");
  }

  @Test
  void whoCannotBeReachedFailsWithTheReason() {
    Directory people =
        Case.directory(
            Case.person("bob", "Bob", " ", true),
            Case.person("cem", "Cem", "cem@example.com", false),
            Case.person("eve", "Eve", "eve@example.com,\r\nmallory@example.com", true));
    deployment.story = deployment.story.with(people);
    assertThat(deployment.wake()).isEmpty();
    assertThat(deployment.addresses()).isEmpty();
    assertThat(reason("bob")).isEqualTo("the person has no mail address");
    assertThat(reason("cem")).isEqualTo("the person is deactivated");
    assertThat(reason("eve")).isEqualTo("the mail address is not usable");
  }

  @Test
  void withoutASenderEveryDeliveryFailsWithTheReason() {
    assertThat(deployment.wake(Deployment.stored("submitted"), Mailer.withoutSender())).isEmpty();
    assertThat(records())
        .hasSize(3)
        .allSatisfy(each -> assertThat(each.reason()).isEqualTo("no sender address is configured"));
  }

  @Test
  void allMailsOfARequestAreOneThreadAndTaggedByDelivery() {
    deployment.wake();
    deployment.wake(new Event.Rejected(Case.DIGEST));
    assertThat(deployment.mailer.sent())
        .extracting(Mail::thread, Mail::subject)
        .containsOnly(
            tuple(
                "<payments-7@countersign.example.com>",
                "[payments-7] Rotate Stripe keys, add webhook secret"));
    assertThat(deployment.mailer.sent().getFirst().tags())
        .containsEntry("request", "payments-7")
        .containsEntry("event", "Submitted")
        .containsEntry("delivery", "1-bob");
  }

  @Test
  void whatIsNotOursComesAgain() {
    String strange =
        Deployment.stored("submitted")
            .replace("\\\"type\\\":\\\"Submitted", "\\\"type\\\":\\\"Odd");
    assertThat(deployment.wake(strange, deployment.mailer)).hasSize(1);
  }

  private List<Delivery> records() {
    return deployment.deliveries.of(Case.REQUEST);
  }

  private String reason(String person) {
    return records().stream()
        .filter(delivery -> delivery.person().equals(Case.id(person)))
        .map(delivery -> delivery.status() + " " + delivery.reason())
        .findFirst()
        .orElseThrow()
        .replaceFirst("^FAILED ", "");
  }
}
