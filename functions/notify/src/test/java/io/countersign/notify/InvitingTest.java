package io.countersign.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.delivery.Mail;
import io.countersign.delivery.Rounds.Round;
import io.countersign.link.Ballot;
import io.countersign.link.Link;
import io.countersign.link.LinkCode;
import io.countersign.link.LinkToken;
import io.countersign.link.Polling;
import io.countersign.link.Turn;
import io.countersign.policy.Reminders;
import io.countersign.request.Decision;
import io.countersign.request.Event;
import io.countersign.request.Requests;
import io.countersign.sample.People;
import io.countersign.sample.Rulebook;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mails that let their readers vote. */
class InvitingTest {
  private static final Pattern LINK =
      Pattern.compile("(?m)^https://countersign.example.com/requests/payments-7#vote=(.+)$");
  private static final Pattern CODE = Pattern.compile("(?m)^Code: ([0-9]{6})$");
  private static final String PLAIN = "https://countersign.example.com/requests/payments-7\n";
  private static final Duration DAY = Duration.ofDays(1);

  private Deployment deployment;

  @BeforeEach
  void byMail() {
    deployment = new Deployment();
    deployment.story = Case.standard().byMail().reminding(new Reminders(DAY, DAY, 12));
    deployment.rules = Rulebook.rules(List.of());
    happens(
        new Event.Voted(Case.id("cem"), Case.DIGEST, Decision.RETRACT, ""),
        new Event.Voted(Case.id("bob"), Case.DIGEST, Decision.RETRACT, ""));
  }

  private void happens(Event... events) {
    deployment.story =
        deployment.story.at(
            Requests.evolve(Case.REQUEST, deployment.story.state(), List.of(events), Case.AT));
  }

  private Mail to(String name) {
    return deployment.mailer.sent().reversed().stream()
        .filter(mail -> mail.to().equals(name + "@example.com"))
        .findFirst()
        .orElseThrow();
  }

  private static LinkToken token(Mail mail) {
    return new LinkToken(found(LINK, mail));
  }

  private static LinkCode code(Mail mail) {
    return new LinkCode(found(CODE, mail));
  }

  private static String found(Pattern pattern, Mail mail) {
    Matcher matcher = pattern.matcher(mail.text());
    assertThat(matcher.find()).as(mail.text()).isTrue();
    return matcher.group(1);
  }

  private @Nullable Link kept(Mail mail) {
    return deployment.ballots.find(token(mail).hash());
  }

  private Ballot ballot(String name) {
    return Objects.requireNonNull(deployment.ballots.of(Case.REQUEST, Case.id(name)));
  }

  private static Round round(int number) {
    return new Round(Case.REQUEST, 1, Case.DIGEST, number, Case.AT.plus(DAY.multipliedBy(number)));
  }

  @Test
  void eachApproverGetsALinkOfTheirOwnWithTheCodeBesideIt() {
    deployment.wake();
    for (String name : List.of("bob", "cem", "eve")) {
      Link link = Objects.requireNonNull(kept(to(name)));
      assertThat(link.person()).isEqualTo(Case.id(name));
      assertThat(link.digest()).isEqualTo(Case.DIGEST);
      assertThat(link.turn()).isEqualTo(new Turn(1, 0));
      assertThat(link.opens(token(to(name)), code(to(name)))).isTrue();
      assertThat(ballot(name).until()).isEqualTo(Deployment.NOW.plus(Ballot.LONGEST));
    }
    assertThat(token(to("bob"))).isNotEqualTo(token(to("eve")));
  }

  @Test
  void theCodeIsInTheTextAndNowhereInTheLinkOrTheSubject() {
    deployment.wake();
    Mail mail = to("eve");
    String code = code(mail).digits();
    assertThat(mail.subject()).doesNotContain(code);
    assertThat(mail.text()).containsOnlyOnce(code);
    assertThat(mail.html()).containsOnlyOnce(code);
    assertThat(mail.tags().toString()).doesNotContain(code).doesNotContain(token(mail).text());
    assertThat(mail.html()).contains("#vote=" + token(mail).text() + "\"");
  }

  @Test
  void oneGoverningPolicyWithoutItIsEnoughForAPlainLink() {
    deployment.rules = Case.rules();
    deployment.wake();
    plain("eve");
  }

  @Test
  void whoCannotSignInGetsAPlainLink() {
    deployment.story =
        deployment.story.with(
            Case.directory(
                Case.person("bob", "Bob", "bob@example.com", true),
                People.unbound(Case.person("eve", "Eve", "eve@example.com", true))));
    deployment.wake();
    plain("eve");
    assertThat(kept(to("bob"))).isNotNull();
  }

  @Test
  void aLinkIsForTheAddressThatItsMailWentTo() {
    deployment.wake();
    assertThat(Objects.requireNonNull(kept(to("eve"))).grounds())
        .isEqualTo(
            new Polling(
                    deployment.story.state(),
                    deployment.story.revision(),
                    deployment.rules,
                    deployment.story.directory())
                .grounds(Case.id("eve")));
  }

  @Test
  void withoutItInThePolicyNobodyGetsOne() {
    deployment.story = Case.standard();
    deployment.wake();
    plain("eve");
  }

  private void plain(String name) {
    assertThat(to(name).text()).contains(PLAIN).doesNotContain("#vote=").doesNotContain("Code:");
    assertThat(deployment.ballots.of(Case.REQUEST, Case.id(name))).isNull();
  }

  @Test
  void whoHasVotedMeanwhileGetsAPlainLink() {
    happens(new Event.Voted(Case.id("eve"), Case.DIGEST, Decision.APPROVE, ""));
    deployment.wake();
    plain("eve");
    assertThat(kept(to("bob"))).isNotNull();
  }

  @Test
  void aMailThatAsksForNothingHasAPlainLink() {
    deployment.wake(new Event.Rejected(Case.DIGEST));
    assertThat(deployment.mailer.sent())
        .isNotEmpty()
        .allSatisfy(mail -> assertThat(mail.text()).doesNotContain("#vote="));
  }

  @Test
  void aLinkLastsNoLongerThanItsRequest() {
    Instant end = Deployment.NOW.plus(Duration.ofHours(5));
    happens(
        new Event.Revised(Case.id("dana"), 1, Case.DIGEST, "Rotate", List.of(Case.STRIPE), end));
    deployment.wake();
    assertThat(ballot("eve").until()).isEqualTo(end);
  }

  @Test
  void aMailThatIsSentAgainTakesNothingFromTheFirst() {
    for (int calls = 0; deployment.mailer.sent().isEmpty(); calls++) {
      byMail();
      diesAfter(calls);
    }
    Mail first = deployment.mailer.sent().getFirst();
    Ballot ballot = ballot("bob");
    deployment.lives.forEver();
    deployment.now = deployment.now.plus(Duration.ofHours(2));
    deployment.wake();
    assertThat(deployment.mailer.sent()).hasSize(4);
    assertThat(ballot("bob")).isEqualTo(ballot);
    assertThat(kept(first)).isNotNull();
    assertThat(deployment.ballots.take(Objects.requireNonNull(kept(first)), deployment.now))
        .isNotNull();
    assertThat(deployment.ballots.take(Objects.requireNonNull(kept(to("bob"))), deployment.now))
        .isNotNull();
  }

  private void diesAfter(int calls) {
    deployment.lives.after(calls);
    try {
      deployment.wake();
    } catch (Lives.Killed e) {
      assertThat(deployment.mailer.sent()).hasSizeLessThan(2);
    }
  }

  @Test
  void aReminderVoidsTheLinksOfTheMailsBefore() {
    deployment.wake();
    Link first = Objects.requireNonNull(kept(to("eve")));
    deployment.due(round(1));
    Link reminder = Objects.requireNonNull(kept(to("eve")));
    assertThat(reminder.turn()).isEqualTo(new Turn(1, 1));
    assertThat(deployment.ballots.take(first, deployment.now)).isNull();
    assertThat(deployment.ballots.take(reminder, deployment.now)).isNotNull();
  }

  @Test
  void anEarlierMailThatComesLateHasAPlainLink() {
    deployment.wake();
    deployment.due(round(11));
    Link eleventh = Objects.requireNonNull(kept(to("eve")));
    deployment.due(round(2));
    assertThat(to("eve").text()).contains(PLAIN).doesNotContain("#vote=");
    assertThat(deployment.ballots.take(eleventh, deployment.now)).isNotNull();
  }
}
