package io.countersign.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.explain.Reason;
import io.countersign.policy.Policy;
import io.countersign.request.Event;
import io.countersign.request.Requests;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import io.countersign.sample.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may vote by mail, and for how long. */
class PollingTest {
  private static final Policy OFF =
      Rulebook.policy("one", Rulebook.requirement(2, "amy", "bob", "@leads"));
  private static final Policy BY_MAIL = Rulebook.byMail(OFF);
  private static final Instant UNTIL = Proposals.NOON.plus(Ballot.LONGEST);

  private final Story story =
      new Story(
          Rulebook.rules(List.of(BY_MAIL), "dan"),
          People.directory(
              People.person("amy"),
              People.person("bob"),
              People.person("cem", "leads"),
              People.person("dan", "leads"),
              People.person("eve")));
  private Link link;
  private Ballot ballot;

  @BeforeEach
  void submitted() {
    Story.accepted(story.submit("dan", Rulebook.DB));
    ballot = Ballot.fresh(Proposals.ONE, People.id("amy"), new Turn(1, 0), UNTIL);
    link =
        new Link(
            "token",
            "code",
            Proposals.ONE,
            story.state().digest(),
            People.id("amy"),
            ballot.turn(),
            polling().grounds(People.id("amy")));
  }

  private Polling polling() {
    return new Polling(story.state(), story.revision(), story.rules(), story.directory());
  }

  private boolean admits(String person) {
    return polling().admits(People.id(person), story.now());
  }

  private boolean honoured() {
    return polling().honours(link, ballot, story.now());
  }

  @Test
  void eligibleApproversMayAndNobodyElse() {
    assertThat(List.of("amy", "bob", "cem")).allMatch(this::admits);
    assertThat(List.of("dan", "eve", "nobody")).noneMatch(this::admits);
    assertThat(honoured()).isTrue();
  }

  @Test
  void onePolicyThatDoesNotSaySoIsEnoughToForbidIt() {
    story.rules(
        Rulebook.rules(
            List.of(BY_MAIL, Rulebook.policy("two", Rulebook.requirement(1, "amy"))), "dan"));
    assertThat(admits("amy")).isFalse();
    assertThat(honoured()).isFalse();
  }

  @Test
  void noPolicyCanBeLoosenedToAllowItForAnOpenRequest() {
    Story strict =
        new Story(
            Rulebook.rules(List.of(OFF), "dan"),
            People.directory(People.person("amy"), People.person("bob"), People.person("dan")));
    Story.accepted(strict.submit("dan", Rulebook.DB));
    strict.rules(Rulebook.rules(List.of(BY_MAIL), "dan"));
    assertThat(
            new Polling(strict.state(), strict.revision(), strict.rules(), strict.directory())
                .admits(People.id("amy"), strict.now()))
        .isFalse();
  }

  @Test
  void anEditVoidsTheLink() {
    Story.accepted(story.revise("dan", Rulebook.DB));
    assertThat(honoured()).isFalse();
    assertThat(admits("amy")).isTrue();
  }

  @Test
  void aPersonsVoteVoidsTheirLinkAndNobodyElses() {
    Story.accepted(story.approve("bob"));
    assertThat(honoured()).isTrue();
    Story.accepted(story.approve("amy"));
    assertThat(honoured()).isFalse();
  }

  @Test
  void aDecisionVoidsTheLink() {
    Story.accepted(story.reject("bob"));
    assertThat(honoured()).isFalse();
  }

  @Test
  void aWithdrawalVoidsTheLink() {
    Story.accepted(story.withdraw("dan"));
    assertThat(honoured()).isFalse();
  }

  @Test
  void aConflictVoidsTheLink() {
    Reason reason = Reason.of("conflict", "changed");
    Polling dead =
        new Polling(
            Requests.evolve(
                Proposals.ONE,
                story.state(),
                List.of(new Event.Conflicted(story.state().digest(), reason, true)),
                story.now()),
            story.revision(),
            story.rules(),
            story.directory());
    assertThat(dead.honours(link, ballot, story.now())).isFalse();
  }

  @Test
  void aLossOfEligibilityVoidsTheLink() {
    link =
        new Link(
            "token",
            "code",
            Proposals.ONE,
            story.state().digest(),
            People.id("cem"),
            ballot.turn(),
            polling().grounds(People.id("cem")));
    assertThat(polling().honours(link, story.now())).isTrue();
    story.people(People.person("amy"), People.person("bob"), People.person("cem"));
    assertThat(polling().honours(link, story.now())).isFalse();
  }

  @Test
  void deactivationVoidsTheLink() {
    story.people(People.gone(People.person("amy")), People.person("bob"));
    assertThat(honoured()).isFalse();
  }

  @Test
  void anAddressThatIsCorrectedVoidsTheLinkToTheOldOneAndNobodyElses() {
    story.people(
        People.at("amy.new@example.com", People.person("amy")),
        People.person("bob"),
        People.person("cem", "leads"));
    assertThat(honoured()).isFalse();
    assertThat(admits("amy")).isTrue();
    story.people(People.person("amy"), People.at("bob.new@example.com", People.person("bob")));
    assertThat(honoured()).isTrue();
  }

  @Test
  void whoCannotSignInCannotVoteByMailEither() {
    story.people(People.unbound(People.person("amy")), People.person("bob"));
    assertThat(admits("amy")).isFalse();
    assertThat(admits("bob")).isTrue();
    assertThat(honoured()).isFalse();
  }

  @Test
  void aNewerMailVoidsTheLink() {
    ballot = Ballot.fresh(Proposals.ONE, People.id("amy"), new Turn(1, 1), UNTIL);
    assertThat(honoured()).isFalse();
  }

  @Test
  void useAndTimeAndTriesVoidTheLink() {
    assertThat(polling().honours(link, ballot.used(), story.now())).isFalse();
    assertThat(polling().honours(link, null, story.now())).isFalse();
    assertThat(polling().honours(link, ballot, UNTIL)).isFalse();
    assertThat(polling().honours(link, ballot, UNTIL.minusMillis(1))).isTrue();
    Ballot tried = ballot.tried().tried().tried().tried().tried();
    assertThat(polling().honours(link, tried, story.now())).isFalse();
  }

  @Test
  void theRequestsOwnTimeVoidsTheLink() {
    story.later(Duration.ofDays(14));
    ballot =
        Ballot.fresh(Proposals.ONE, People.id("amy"), ballot.turn(), story.now().plusSeconds(9));
    assertThat(honoured()).isFalse();
  }

  @Test
  void aPolicyThatAllowsItAgainBringsNoLinkOfBeforeBack() {
    Policy off = Rulebook.edited(OFF, Rulebook.requirement(2, "amy", "bob"));
    story.rules(Rulebook.rules(List.of(off), "dan"));
    assertThat(honoured()).isFalse();
    Policy again = Rulebook.byMail(Rulebook.edited(off, Rulebook.requirement(2, "amy", "bob")));
    story.rules(Rulebook.rules(List.of(again), "dan"));
    assertThat(honoured()).isFalse();
    assertThat(admits("amy")).isTrue();
  }

  @Test
  void anEditOfAPolicyThatDoesNotGovernItVoidsNothing() {
    Policy elsewhere =
        Rulebook.on("/elsewhere", Rulebook.policy("two", Rulebook.requirement(1, "amy")));
    story.rules(Rulebook.rules(List.of(BY_MAIL, elsewhere), "dan"));
    assertThat(honoured()).isTrue();
  }

  @Test
  void aPolicyThatStopsAllowingItVoidsTheLink() {
    story.rules(
        Rulebook.rules(
            List.of(Rulebook.edited(OFF, Rulebook.requirement(2, "amy", "bob"))), "dan"));
    assertThat(honoured()).isFalse();
  }
}
