package io.countersign.request;

import static io.countersign.sample.Rulebook.binding;
import static io.countersign.sample.Rulebook.bypass;
import static io.countersign.sample.Rulebook.edited;
import static io.countersign.sample.Rulebook.on;
import static io.countersign.sample.Rulebook.policy;
import static io.countersign.sample.Rulebook.requirement;
import static io.countersign.sample.Rulebook.rules;
import static io.countersign.sample.Story.accepted;
import static io.countersign.sample.Story.refusal;
import static io.countersign.sample.Story.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.directory.MachineId;
import io.countersign.directory.Role;
import io.countersign.explain.Reason;
import io.countersign.explain.Refusal;
import io.countersign.policy.Bypass;
import io.countersign.policy.Policy;
import io.countersign.revision.Digest;
import io.countersign.sample.People;
import io.countersign.sample.Rulebook;
import io.countersign.sample.Story;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule 7, up to the start of the merge. */
class BypassingTest {
  private static final String WHY = "The payment provider has leaked it.";
  private static final Reason STOPPED = Reason.of("keys-changed", "prod:/db changed meanwhile.");
  private static final Policy CLOSED = policy("closed", requirement(1, "bob", "cem"));
  private static final Policy OPEN =
      bypass(new Bypass.Anyone(), policy("open", requirement(1, "bob", "cem")));
  private static final Policy ANN = chosen("ann");

  private static Policy chosen(String... names) {
    return bypass(
        new Bypass.Chosen(People.ids(names), People.groups()),
        policy("chosen", requirement(1, "bob", "cem")));
  }

  private static Story story(Policy... policies) {
    Story story =
        new Story(
            rules(List.of(policies), "ann", "bob", "eve"),
            People.directory("ann", "bob", "cem", "eve"));
    story.submit("ann", Rulebook.DB);
    return story;
  }

  @Test
  void itsAuthorMayWhereThePolicySaysThatAnyoneMay() {
    Story story = story(OPEN);
    assertThat(accepted(story.bypass("ann", WHY))).containsExactly("MergeStarted");
    assertThat(story.events().getLast())
        .isEqualTo(
            new Event.MergeStarted(
                People.id("ann"),
                story.revision().digest(),
                Event.Mode.BYPASS,
                WHY,
                People.ids(),
                true));
    assertThat(story.state().status()).isEqualTo(Status.MERGING);
  }

  @Test
  void byDefaultNobodyMay() {
    Refusal refusal = refusal(story(CLOSED).bypass("ann", WHY));
    assertThat(refusal.code()).isEqualTo("may-not-bypass");
    assertThat(refusal.because()).isEqualTo(Refusal.Because.FORBIDDEN);
    assertThat(refusal.reasons())
        .containsExactly(
            Reason.of("bypass-not-allowed", "Policy \"closed\" lets nobody bypass it."));
  }

  @Test
  void whoMayWritePoliciesCouldLetThem() {
    Story story = story(CLOSED);
    story.rules(
        rules(
            List.of(CLOSED),
            List.of(binding("admin", Role.ADMIN, "cem"), binding("dev", Role.DEVELOPER, "ann"))));
    assertThat(refusal(story.bypass("ann", WHY)).reasons())
        .containsExactly(
            new Reason(
                "bypass-not-allowed",
                "Policy \"closed\" lets nobody bypass it.",
                People.ids("cem")));
  }

  @Test
  void onlyTheChosenMayWhereSomeAre() {
    assertThat(accepted(story(ANN).bypass("ann", WHY))).containsExactly("MergeStarted");
    assertThat(refusal(story(chosen("eve")).bypass("ann", WHY)).reasons())
        .containsExactly(
            Reason.of(
                "bypass-not-allowed",
                "Policy \"chosen\" lets only chosen people bypass it, and not its author."));
  }

  @Test
  void everyGoverningPolicyMustAllowIt() {
    Policy alsoClosed = policy("closed", requirement(1, "cem"));
    assertThat(refusal(story(OPEN, alsoClosed).bypass("ann", WHY)).reasons())
        .extracting(Reason::message)
        .containsExactly("Policy \"closed\" lets nobody bypass it.");
    assertThat(accepted(story(OPEN, ANN).bypass("ann", WHY))).containsExactly("MergeStarted");
  }

  @Test
  void aPolicyThatDoesNotGovernTheDocumentHasNoSay() {
    assertThat(accepted(story(OPEN, on("/other", CLOSED)).bypass("ann", WHY)))
        .containsExactly("MergeStarted");
  }

  @Test
  void whatThePolicyNowAllowsIsNotEnough() {
    Story story = story(CLOSED);
    story.rules(
        rules(List.of(bypass(new Bypass.Anyone(), edited(CLOSED, requirement(1, "bob")))), "ann"));
    assertThat(refusal(story.bypass("ann", WHY)).reasons())
        .containsExactly(
            new Reason(
                "bypass-not-bound",
                "Policy \"closed\" lets nobody bypass it, as it was when this revision was made:"
                    + " revise the request.",
                People.ids("ann")));
  }

  @Test
  void whatThePolicyOnceAllowedIsNotEnough() {
    Story story = story(OPEN);
    story.rules(
        rules(List.of(bypass(new Bypass.Off(), edited(OPEN, requirement(1, "bob")))), "ann"));
    assertThat(refusal(story.bypass("ann", WHY)).reasons())
        .containsExactly(Reason.of("bypass-not-allowed", "Policy \"open\" lets nobody bypass it."));
  }

  @Test
  void aPolicyThatIsNewSinceMustAllowItToo() {
    Story story = story(OPEN);
    story.rules(rules(List.of(OPEN, CLOSED), "ann"));
    assertThat(refused(story.bypass("ann", WHY))).isEqualTo("may-not-bypass");
  }

  @Test
  void aPolicyThatIsDeletedHoldsOn() {
    Story story = story(OPEN, CLOSED);
    story.rules(rules(List.of(OPEN), "ann"));
    assertThat(refusal(story.bypass("ann", WHY)).reasons())
        .extracting(Reason::code)
        .containsExactly("bypass-not-bound");
  }

  @Test
  void whoWasChosenOnlyLaterMayNot() {
    Policy ops =
        bypass(
            new Bypass.Chosen(People.ids(), People.groups("ops")),
            policy("chosen", requirement(1, "bob")));
    Story story = story(ops);
    story.people(People.person("ann", "ops"), People.person("bob"));
    assertThat(refused(story.bypass("ann", WHY))).isEqualTo("may-not-bypass");
  }

  @Test
  void whereNothingGovernedTheRevisionNobodyCouldLookAtItAfterwards() {
    Story story = story();
    story.take(new Command.GiveUp(STOPPED, false));
    story.rules(rules(List.of(OPEN), "ann"));
    assertThat(refusal(story.bypass("ann", WHY)).reasons())
        .containsExactly(
            new Reason(
                "bypass-not-bound",
                "Nobody was asked for this revision, so nobody could look at it later: revise the"
                    + " request.",
                People.ids("ann")));
  }

  @Test
  void whatNothingGovernsIsMergedAndNotBypassed() {
    Story story = story();
    story.take(new Command.GiveUp(STOPPED, false));
    assertThat(refused(story.bypass("ann", WHY))).isEqualTo("agreed");
  }

  @Test
  void nobodyButItsAuthorMay() {
    Story story = story(OPEN);
    for (String other : List.of("bob", "eve", "stranger")) {
      assertThat(refused(story.bypass(other, WHY))).isEqualTo("not-the-author");
    }
  }

  @Test
  void machinesNeverBypass() {
    assertThat(refused(story(OPEN).bypass(new MachineId("ann"), WHY)))
        .isEqualTo("machines-never-bypass");
  }

  @Test
  void anAuthorWhoWasDeactivatedMayNot() {
    Story story = story(OPEN);
    story.people(People.gone(People.person("ann")), People.person("bob"));
    assertThat(refused(story.bypass("ann", WHY))).isEqualTo("author-not-entitled");
    story.people(People.person("bob"));
    assertThat(refused(story.bypass("ann", WHY))).isEqualTo("author-not-entitled");
  }

  @Test
  void anAuthorWhoMayNotProposeThereAnyMoreMayNot() {
    Story story = story(OPEN);
    story.rules(rules(List.of(OPEN), "bob"));
    assertThat(refused(story.bypass("ann", WHY))).isEqualTo("author-not-entitled");
  }

  @Test
  void whatIsAgreedIsMergedInstead() {
    Story story = story(OPEN);
    story.approve("bob");
    Refusal refusal = refusal(story.bypass("ann", WHY));
    assertThat(refusal.code()).isEqualTo("agreed");
    assertThat(refusal.because()).isEqualTo(Refusal.Because.STATE);
    story.retract("bob");
    assertThat(accepted(story.bypass("ann", WHY))).containsExactly("MergeStarted");
  }

  @Test
  void whatTodaysPoliciesDoNotAgreeToIsNotAgreed() {
    Story story = story(OPEN);
    story.approve("bob");
    story.rules(
        rules(
            List.of(bypass(new Bypass.Anyone(), edited(OPEN, requirement(2, "bob", "cem")))),
            "ann"));
    assertThat(accepted(story.bypass("ann", WHY))).containsExactly("MergeStarted");
  }

  @Test
  void whatCanNeverBeMergedCannotBeBypassed() {
    Story story = story(OPEN);
    story.bypass("ann", WHY);
    story.take(new Command.GiveUp(STOPPED, true));
    Refusal refusal = refusal(story.bypass("ann", WHY));
    assertThat(refusal.code()).isEqualTo("revision-dead");
    assertThat(refusal.reasons()).containsExactly(STOPPED);
  }

  @Test
  void anotherDigestIsRefused() {
    Story story = story(OPEN);
    Command other =
        new Command.Bypass(
            People.id("ann"),
            new Digest("f".repeat(64)),
            WHY,
            story.revision(),
            story.rules(),
            story.directory());
    assertThat(refused(story.take(other))).isEqualTo("stale-digest");
  }

  @Test
  void whatIsNotOpenCannotBeBypassed() {
    Story withdrawn = story(OPEN);
    withdrawn.withdraw("ann");
    assertThat(refused(withdrawn.bypass("ann", WHY))).isEqualTo("withdrawn");
    Story overdue = story(OPEN);
    overdue.later(Duration.ofDays(14));
    assertThat(refused(overdue.bypass("ann", WHY))).isEqualTo("expired");
    Story merging = story(OPEN);
    merging.bypass("ann", WHY);
    assertThat(refused(merging.bypass("ann", WHY))).isEqualTo("merging");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "Urgent.", "too  short", "123456789", "e\u0301e\u0301e\u0301e\u0301e\u0301"})
  void itsReasonHasAtLeastTenCharacters(String reason) {
    Refusal refusal = refusal(story(OPEN).bypass("ann", reason));
    assertThat(refusal.code()).isEqualTo("reason-too-short");
    assertThat(refusal.because()).isEqualTo(Refusal.Because.RULE);
    assertThat(refusal.field()).isEqualTo("reason");
    assertThat(accepted(story(OPEN).bypass("ann", "1234567890"))).containsExactly("MergeStarted");
  }

  @Test
  void aStandingRejectionDoesNotStopItButIsNamed() {
    Story story =
        story(
            Rulebook.declineAfter(
                2, bypass(new Bypass.Anyone(), policy("open", requirement(1, "bob", "cem")))));
    story.reject("bob");
    story.approve("cem");
    assertThat(accepted(story.bypass("ann", WHY))).containsExactly("MergeStarted");
    assertThat(((Event.MergeStarted) story.events().getLast()).against())
        .isEqualTo(People.ids("bob"));
  }
}
