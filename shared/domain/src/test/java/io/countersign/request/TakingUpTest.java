package io.countersign.request;

import static io.countersign.sample.Rulebook.policy;
import static io.countersign.sample.Rulebook.requirement;
import static io.countersign.sample.Story.accepted;
import static io.countersign.sample.Story.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.countersign.explain.Reason;
import io.countersign.policy.Bypass;
import io.countersign.policy.Policy;
import io.countersign.policy.Terms;
import io.countersign.request.Event.Mode;
import io.countersign.revision.Digest;
import io.countersign.revision.Landed;
import io.countersign.revision.Remains;
import io.countersign.sample.People;
import io.countersign.sample.Rulebook;
import io.countersign.sample.Story;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rule 9: what failed is finished or undone by those who may merge. */
class TakingUpTest {
  private static final Policy ONE = policy("one", requirement(1, "bob", "cem"));
  private static final Reason STOPPED = Reason.of("keys-changed", "prod:/db changed meanwhile.");
  private static final Remains HELD =
      new Remains(Rulebook.DB, Remains.State.HELD, "v2", "prod:/db holds it.");
  private static final Landed LANDED =
      new Landed(Rulebook.DB, "arn", "v2", List.of("PASSWORD"), Landed.Fate.WRITTEN);

  private static Story merging() {
    Story story =
        new Story(Rulebook.rules(List.of(ONE), "ann"), People.directory("ann", "bob", "cem"));
    story.submit("ann", Rulebook.DB);
    story.approve("bob");
    story.merge("ann");
    return story;
  }

  private static Story failed() {
    Story story = merging();
    story.take(new Command.Fail(List.of(HELD)));
    return story;
  }

  @Test
  void itsPageSaysWhatKeepsItFromBeingFinished() {
    Story story = failed();
    assertThat(story.codes()).isEmpty();
    story.rules(Rulebook.rules(List.of(), "bob"));
    assertThat(story.codes()).containsExactly("author-not-entitled");
    story.later(Duration.ofDays(14));
    assertThat(story.codes()).containsExactly("expired");
  }

  @ParameterizedTest
  @EnumSource(
      value = Mode.class,
      names = {"FINISH", "UNDO"})
  void whoMayMergeMayTakeItUpAndNobodyElse(Mode way) {
    for (String who : List.of("ann", "bob", "cem")) {
      Story story = failed();
      assertThat(accepted(story.takeUp(who, way))).containsExactly("MergeStarted");
      assertThat(story.events().getLast())
          .isEqualTo(Event.MergeStarted.again(People.id(who), story.state().digest(), way));
      assertThat(story.state().status()).isEqualTo(Status.MERGING);
    }
    assertThat(refused(failed().takeUp("eve", way))).isEqualTo("may-not-merge");
  }

  @ParameterizedTest
  @EnumSource(
      value = Mode.class,
      names = {"FINISH", "UNDO"})
  void onlyAFailedMergeIsTakenUp(Mode way) {
    assertThat(refused(merging().takeUp("ann", way))).isEqualTo("merging");
    assertThat(refused(merging().takeUp("eve", way))).isEqualTo("may-not-merge");
    Story merged = merging();
    merged.take(new Command.Finish(List.of(LANDED)));
    assertThat(refused(merged.takeUp("ann", way))).isEqualTo("not-failed");
    Story open = merging();
    open.take(new Command.GiveUp(STOPPED, false));
    assertThat(refused(open.takeUp("ann", way))).isEqualTo("not-failed");
  }

  @Test
  void theDigestThatWasSeenCounts() {
    Story story = failed();
    Digest other = new Digest("f".repeat(64));
    assertThat(
            refused(
                story.take(
                    new Command.TakeUp(
                        story.actor("ann"),
                        other,
                        Mode.UNDO,
                        story.revision(),
                        story.rules(),
                        story.directory()))))
        .isEqualTo("stale-digest");
  }

  @Test
  void finishingNeedsTheAgreementThatAMergeNeedsNowAndUndoingNeedsNone() {
    Story story = failed();
    story.rules(Rulebook.rules(List.of(Rulebook.edited(ONE, requirement(2, "bob", "cem"))), "ann"));
    assertThat(story.takeUp("ann", Mode.FINISH))
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            refused ->
                assertThat(refused.refusal().reasons())
                    .extracting(Reason::code)
                    .containsExactly("approvals-missing"));
    assertThat(accepted(story.takeUp("ann", Mode.UNDO))).containsExactly("MergeStarted");
  }

  @Test
  void finishingNeedsAnAuthorWhoMayStillPropose() {
    Story story = failed();
    story.rules(Rulebook.rules(List.of(ONE)));
    assertThat(refused(story.takeUp("bob", Mode.FINISH))).isEqualTo("not-agreed");
    assertThat(accepted(story.takeUp("bob", Mode.UNDO))).containsExactly("MergeStarted");
  }

  private static Story failedBypass() {
    Story story =
        new Story(
            Rulebook.rules(List.of(Rulebook.bypass(new Bypass.Anyone(), ONE)), "ann"),
            People.directory("ann", "bob", "cem"));
    story.submit("ann", Rulebook.DB);
    story.bypass("ann", "The house is on fire");
    story.take(new Command.Fail(List.of(HELD)));
    return story;
  }

  @Test
  void aBypassIsFinishedByWhoMayMergeAndEndsBypassed() {
    Story story = failedBypass();
    assertThat(accepted(story.takeUp("bob", Mode.FINISH))).containsExactly("MergeStarted");
    assertThat(accepted(story.take(new Command.Finish(List.of(LANDED)))))
        .containsExactly("Bypassed", "SecretsChanged");
    assertThat(story.state().status()).isEqualTo(Status.BYPASSED);
  }

  @Test
  void aBypassThatIsFinishedSaysAgainWhyItGoesAroundItsApproversAndWhoIsAgainstIt() {
    Story story =
        new Story(
            Rulebook.rules(
                List.of(Rulebook.bypass(new Bypass.Anyone(), Rulebook.declineAfter(2, ONE))),
                "ann"),
            People.directory("ann", "bob", "cem"));
    story.submit("ann", Rulebook.DB);
    story.reject("cem");
    story.bypass("ann", "The house is on fire");
    story.take(new Command.Fail(List.of(HELD)));
    story.takeUp("bob", Mode.UNDO);
    assertThat(story.events().getLast())
        .isEqualTo(Event.MergeStarted.again(People.id("bob"), story.state().digest(), Mode.UNDO));
    story.take(new Command.Fail(List.of(HELD)));
    story.takeUp("bob", Mode.FINISH);
    assertThat(story.events().getLast())
        .isEqualTo(
            new Event.MergeStarted(
                People.id("bob"),
                story.state().digest(),
                Mode.FINISH,
                "The house is on fire",
                People.ids("cem"),
                false));
  }

  @Test
  void aBypassIsNotFinishedOnceItWouldNotBeLetAnyMore() {
    Story story = failedBypass();
    Policy off = Rulebook.edited(ONE, requirement(1, "bob", "cem"));
    story.rules(Rulebook.rules(List.of(off), "ann"));
    assertThat(story.takeUp("ann", Mode.FINISH))
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            refused ->
                assertThat(refused.refusal().reasons())
                    .extracting(Reason::code)
                    .containsExactly("bypass-not-allowed"));
    story.rules(Rulebook.rules(List.of(off)));
    assertThat(refused(story.takeUp("bob", Mode.FINISH))).isEqualTo("not-agreed");
    assertThat(accepted(story.takeUp("ann", Mode.UNDO))).containsExactly("MergeStarted");
    story.take(new Command.GiveUp(STOPPED, false));
    assertThat(story.state().status()).isEqualTo(Status.OPEN);
  }

  @Test
  void whoeverFinishesABypassIsToldThatItsAuthorIsNotAmongTheChosen() {
    Story story = failedBypass();
    Policy cem =
        Rulebook.bypass(
            new Bypass.Chosen(People.ids("cem"), new TreeSet<>()),
            Rulebook.edited(ONE, requirement(1, "bob", "cem")));
    story.rules(Rulebook.rules(List.of(cem), "ann"));
    assertThat(story.takeUp("bob", Mode.FINISH))
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            refused ->
                assertThat(refused.refusal().reasons())
                    .extracting(Reason::message)
                    .containsExactly(
                        "Policy \"one\" lets only chosen people bypass it, and not its author."));
  }

  @Test
  void ofAnAuthorWhoIsGoneItIsSaidThatTheyAreAndNothingOfPolicies() {
    Story story = failedBypass();
    story.people(People.gone(People.person("ann")), People.person("bob"), People.person("cem"));
    assertThat(story.codes()).containsExactly("author-not-entitled");
    story.people(People.person("bob"), People.person("cem"));
    assertThat(story.codes()).containsExactly("author-not-entitled");
  }

  @Test
  void aBypassThatItsApproversAgreeToBySinceIsFinishedWhateverPoliciesLetItsAuthorDo() {
    Story story =
        new Story(
            Rulebook.rules(List.of(Rulebook.bypass(new Bypass.Anyone(), ONE)), "ann"),
            People.directory("ann", "bob", "cem"));
    story.submit("ann", Rulebook.DB);
    story.approve("bob");
    story.people(People.person("ann"), People.gone(People.person("bob")), People.person("cem"));
    story.bypass("ann", "The house is on fire");
    story.take(new Command.Fail(List.of(HELD)));
    story.rules(Rulebook.rules(List.of(Rulebook.edited(ONE, requirement(1, "bob"))), "ann"));
    assertThat(refused(story.takeUp("ann", Mode.FINISH))).isEqualTo("not-agreed");
    story.people(People.person("ann"), People.person("bob"), People.person("cem"));
    assertThat(accepted(story.takeUp("ann", Mode.FINISH))).containsExactly("MergeStarted");
  }

  @Test
  void aBypassIsNotFinishedOverAKeyThatIsRotatedSince() {
    Story story = failedBypass();
    Policy open = Rulebook.bypass(new Bypass.Anyone(), ONE);
    story.rules(
        Rulebook.rotating(
            Rulebook.rules(List.of(open), "ann"), Rulebook.DB.path().value(), "PASSWORD"));
    assertThat(story.takeUp("bob", Mode.FINISH))
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            refused ->
                assertThat(refused.refusal().reasons())
                    .extracting(Reason::code)
                    .containsExactly("key-rotated"));
  }

  @Test
  void whatFailedIsNotFinishedOnceItsTimeIsOverButUndone() {
    Story story = failed();
    story.later(Terms.STRICT.pendingFor());
    assertThat(refused(story.takeUp("ann", Mode.FINISH))).isEqualTo("expired");
    assertThat(accepted(story.takeUp("ann", Mode.UNDO))).containsExactly("MergeStarted");
  }

  @Test
  void whatWasLeftIsKnownUntilTheNextEnd() {
    Story story = failed();
    story.takeUp("ann", Mode.FINISH);
    assertThat(story.state().remains()).containsExactly(HELD);
    story.take(new Command.Finish(List.of(LANDED)));
    assertThat(story.state().status()).isEqualTo(Status.MERGED);
    assertThat(story.state().remains()).isEmpty();
    assertThat(story.state().stopped()).isNull();
  }

  @Test
  void whatIsUndoneIsOpenAgainWithItsVotes() {
    Story story = failed();
    story.takeUp("bob", Mode.UNDO);
    story.take(new Command.GiveUp(STOPPED, false));
    assertThat(story.state().status()).isEqualTo(Status.OPEN);
    assertThat(story.state().stopped()).isEqualTo(STOPPED);
    assertThat(story.state().remains()).isEmpty();
    assertThat(story.reasons()).isEmpty();
  }

  @Test
  void whatFailedAgainCanBeTakenUpAgain() {
    Story story = failed();
    story.takeUp("ann", Mode.UNDO);
    story.take(new Command.Fail(List.of(HELD)));
    assertThat(accepted(story.takeUp("ann", Mode.FINISH))).containsExactly("MergeStarted");
  }

  @Test
  void thereAreTwoWaysOut() {
    Story story = failed();
    for (Mode way : List.of(Mode.MERGE, Mode.BYPASS)) {
      assertThatIllegalArgumentException().isThrownBy(() -> story.takeUp("ann", way));
    }
  }
}
