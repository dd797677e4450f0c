package io.countersign.request;

import static io.countersign.sample.Story.accepted;
import static io.countersign.sample.Story.refusal;
import static io.countersign.sample.Story.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.directory.Directory;
import io.countersign.directory.Grant;
import io.countersign.directory.Role;
import io.countersign.explain.Refusal;
import io.countersign.policy.AccessTerms;
import io.countersign.policy.Bypass;
import io.countersign.policy.Policy;
import io.countersign.policy.Requirement;
import io.countersign.policy.Terms;
import io.countersign.revision.Digest;
import io.countersign.revision.Window;
import io.countersign.sample.AccessRules;
import io.countersign.sample.AccessStory;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import io.countersign.sample.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** For how long access is given, and what its merge leaves behind. */
class GrantedTest {
  private static final Instant NOON = Proposals.NOON;
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration TWO = Duration.ofHours(2);
  private static final Requirement APPROVER = Rulebook.requirement(1, "amy", "bob", "cem");
  private static final Policy ONE = AccessRules.policy("one", APPROVER);

  private static final Directory PEOPLE = People.directory("amy", "dan");

  private final AccessStory story = new AccessStory(ONE);

  private static Policy most(String id, Duration most) {
    Terms terms = AccessRules.lasting(most, AccessRules.TERMS);
    return AccessRules.on("/**", id, terms, APPROVER);
  }

  private Grant merged(Window window) {
    story.ask("dan", AccessRules.reveal(window));
    story.approve(1, "amy");
    assertThat(accepted(story.merge(1, "dan"))).endsWith("AccessGranted");
    return story.grant(1);
  }

  @Test
  void itsMergeComesToItsEndInOneDecision() {
    story.ask("dan", AccessRules.reveal(HOUR));
    story.approve(1, "amy");
    story.later(HOUR);
    assertThat(accepted(story.merge(1, "amy")))
        .containsExactly("MergeStarted", "Merged", "AccessGranted");
    Grant given = AccessRules.grant(1, "dan", NOON.plus(HOUR), NOON.plus(TWO));
    Digest digest = story.state(1).digest();
    assertThat(story.events().subList(3, 6))
        .containsExactly(
            Event.MergeStarted.agreed(People.id("amy"), digest, false),
            new Event.Merged(digest, List.of()),
            new Event.AccessGranted(given));
    assertThat(story.state(1).status()).isEqualTo(Status.MERGED);
    assertThat(story.state(1).granted()).isEqualTo(new Request.Granted(given, null));
    assertThat(refused(story.merge(1, "amy"))).isEqualTo("merged");
  }

  @Test
  void withoutAgreementNothingIsGiven() {
    story.ask("dan", AccessRules.reveal(HOUR));
    Refusal refusal = refusal(story.merge(1, "dan"));
    assertThat(refusal.code()).isEqualTo("not-agreed");
    assertThat(story.codes(1)).containsExactly("approvals-missing");
    assertThat(story.state(1).granted()).isNull();
  }

  @Test
  void itBeginsWhenItIsGivenUnlessItWasAskedForLater() {
    assertThat(merged(new Window(null, null, HOUR)))
        .extracting(Grant::begins, Grant::ends)
        .containsExactly(NOON, NOON.plus(HOUR));
  }

  @Test
  void whatIsAskedForLaterBeginsThen() {
    assertThat(merged(new Window(NOON.plus(HOUR), NOON.plus(TWO), HOUR)))
        .extracting(Grant::begins, Grant::ends)
        .containsExactly(NOON.plus(HOUR), NOON.plus(TWO));
  }

  @Test
  void whatWasToBeginEarlierEndsNoLaterForThat() {
    story.ask("dan", AccessRules.reveal(new Window(NOON, NOON.plus(HOUR), HOUR)));
    story.approve(1, "amy");
    story.later(Duration.ofMinutes(59));
    story.merge(1, "dan");
    assertThat(story.grant(1).begins()).isEqualTo(NOON.plus(Duration.ofMinutes(59)));
    assertThat(story.grant(1).ends()).isEqualTo(NOON.plus(HOUR));
  }

  @Test
  void theShortestApprovalThatStandsSaysForHowLong() {
    story.policies(AccessRules.policy("three", Rulebook.requirement(1, "amy", "bob", "cem")));
    story.ask("dan", AccessRules.reveal(TWO));
    story.approve(1, "amy", Duration.ofMinutes(90));
    story.approve(1, "bob", HOUR);
    story.approve(1, "cem");
    story.merge(1, "dan");
    assertThat(story.grant(1).ends()).isEqualTo(NOON.plus(HOUR));
  }

  @Test
  void anApprovalThatWasTakenBackOrReplacedLimitsNothing() {
    story.policies(
        AccessRules.on(
            "/**",
            "two",
            new Terms(false, 2, HOUR, null, false, new Bypass.Off(), false)
                .with(new AccessTerms(TWO, false)),
            APPROVER));
    story.ask("dan", AccessRules.reveal(TWO));
    story.approve(1, "amy", HOUR);
    story.vote(1, "amy", Decision.RETRACT, null);
    story.approve(1, "bob", HOUR);
    story.approve(1, "bob");
    story.approve(1, "cem", Duration.ofMinutes(1));
    story.vote(1, "cem", Decision.REJECT, null);
    story.vote(1, "cem", Decision.RETRACT, null);
    story.merge(1, "dan");
    assertThat(story.grant(1).ends()).isEqualTo(NOON.plus(TWO));
  }

  @Test
  void aVoteIsKeptWithItsTime() {
    story.ask("dan", AccessRules.reveal(TWO));
    story.approve(1, "amy", HOUR);
    assertThat(Objects.requireNonNull(story.state(1).votes().get(People.id("amy"))).lasting())
        .isEqualTo(HOUR);
    story.revise(1, "dan", AccessRules.reveal(TWO));
    assertThat(story.state(1).votes()).isEmpty();
  }

  @Test
  void onlyAnApprovalSaysForHowLong() {
    story.ask("dan", AccessRules.reveal(TWO));
    story.approve(1, "amy");
    for (Decision other : List.of(Decision.REJECT, Decision.RETRACT)) {
      Refusal refusal = refusal(story.vote(1, "amy", other, HOUR));
      assertThat(refusal.code()).isEqualTo("no-access");
      assertThat(refusal.field()).isEqualTo("duration");
    }
  }

  @Test
  void theApprovalOfAChangeSaysNothingOfTime() {
    Story change =
        new Story(Rulebook.rules(List.of(Rulebook.policy("change", APPROVER)), "dan"), PEOPLE);
    change.submit("dan", Rulebook.DB);
    Command.CastVote vote =
        new Command.CastVote(
            People.actor("amy"),
            change.state().digest(),
            Decision.APPROVE,
            "",
            Event.Via.SIGN_IN,
            HOUR,
            change.revision(),
            change.rules(),
            PEOPLE);
    assertThat(refused(change.take(vote))).isEqualTo("no-access");
  }

  @Test
  void nobodyApprovesItForLongerThanItIsAskedFor() {
    story.ask("dan", AccessRules.reveal(HOUR));
    Refusal refusal = refusal(story.approve(1, "amy", HOUR.plusNanos(1)));
    assertThat(refusal.code()).isEqualTo("longer-than-asked");
    assertThat(refusal.field()).isEqualTo("duration");
    assertThat(accepted(story.approve(1, "amy", HOUR))).containsExactly("Voted", "Agreed");
  }

  @Test
  void aPolicyThatWasMadeStricterShortensWhatIsGiven() {
    story.policies(most("one", TWO));
    story.ask("dan", AccessRules.reveal(TWO));
    story.approve(1, "amy");
    Policy stricter = AccessRules.edited(most("one", TWO), most("one", HOUR).terms());
    story.policies(stricter);
    story.merge(1, "dan");
    assertThat(story.grant(1).ends()).isEqualTo(NOON.plus(HOUR));
  }

  @Test
  void aPolicyThatIsNewShortensWhatIsGivenOnceItsPeopleAgree() {
    story.ask("dan", AccessRules.reveal(TWO));
    story.approve(1, "amy");
    story.policies(ONE, most("new", HOUR));
    story.merge(1, "dan");
    assertThat(story.grant(1).ends()).isEqualTo(NOON.plus(HOUR));
  }

  @Test
  void aPolicyThatIsGoneStillCapsWhatWasAskedForUnderIt() {
    story.policies(most("one", HOUR));
    story.ask("dan", AccessRules.reveal(HOUR));
    story.approve(1, "amy");
    story.policies();
    assertThat(accepted(story.merge(1, "dan"))).contains("AccessGranted");
    assertThat(story.grant(1).ends()).isEqualTo(NOON.plus(HOUR));
  }

  @Test
  void aBypassGivesItAtOnceAndIsToBeLookedAt() {
    Terms open = AccessRules.TERMS.with(new Bypass.Anyone());
    story.policies(AccessRules.on("/**", "one", open, Rulebook.requirement(2, "amy", "bob")));
    story.ask("dan", AccessRules.reveal(TWO));
    story.approve(1, "amy", HOUR);
    assertThat(accepted(story.bypass(1, "dan")))
        .containsExactly("MergeStarted", "Bypassed", "AccessGranted");
    Event.MergeStarted started = (Event.MergeStarted) story.events().get(2);
    assertThat(started.resume()).isFalse();
    assertThat(started.mode()).isEqualTo(Event.Mode.BYPASS);
    assertThat(started.reason()).isNotEmpty();
    assertThat(story.grant(1).ends()).isEqualTo(NOON.plus(HOUR));
    assertThat(story.state(1).status()).isEqualTo(Status.BYPASSED);
    assertThat(Reviewing.awaited(story.state(1))).isTrue();
    assertThat(Objects.requireNonNull(story.state(1).unreviewed()).at()).isEqualTo(NOON);
  }

  @Test
  void whoHasNoRoleAnyMoreGetsNothingByAMergeOrABypass() {
    story.policies(
        AccessRules.on("/**", "one", AccessRules.TERMS.with(new Bypass.Anyone()), APPROVER));
    story.ask("dan", AccessRules.reveal(HOUR));
    story.ask("eve", AccessRules.reveal(HOUR));
    story.approve(1, "amy");
    story.roles(
        Rulebook.binding("ada", Role.ADMIN, "ada"), Rulebook.binding("cem", Role.VIEWER, "cem"));
    assertThat(story.codes(1)).containsExactly("author-not-entitled");
    assertThat(story.reasons(1).getFirst().message())
        .isEqualTo("Who asks for the access has no role in the project any more.");
    assertThat(story.reasons(1).getFirst().clearedBy()).isEqualTo(People.ids("ada"));
    assertThat(refused(story.merge(1, "amy"))).isEqualTo("not-agreed");
    assertThat(refused(story.bypass(2, "eve"))).isEqualTo("author-not-entitled");
  }

  @Test
  void whoWasDeactivatedGetsNothing() {
    story.ask("dan", AccessRules.reveal(HOUR));
    story.approve(1, "amy");
    story.people(People.person("amy"), People.person("ada"), People.gone(People.person("dan")));
    assertThat(story.codes(1)).containsExactly("author-not-entitled");
    assertThat(refused(story.merge(1, "amy"))).isEqualTo("not-agreed");
  }
}
