package io.countersign.request;

import static io.countersign.sample.Rulebook.policy;
import static io.countersign.sample.Rulebook.requirement;
import static io.countersign.sample.Story.accepted;
import static io.countersign.sample.Story.refusal;
import static io.countersign.sample.Story.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.directory.Actor;
import io.countersign.directory.MachineId;
import io.countersign.explain.Reason;
import io.countersign.explain.Refusal;
import io.countersign.policy.Bypass;
import io.countersign.policy.Policy;
import io.countersign.revision.Landed;
import io.countersign.revision.Remains;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import io.countersign.sample.Story;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rule 7, from the start of the merge on. */
class ReviewingTest {
  private static final String WHY = "The payment provider has leaked it.";
  private static final Remains HELD =
      new Remains(Rulebook.DB, Remains.State.HELD, "v2", "prod:/db holds it.");
  private static final Reason STOPPED = Reason.of("keys-changed", "prod:/db changed meanwhile.");
  private static final Landed LANDED =
      new Landed(Rulebook.DB, "arn", "v2", List.of("PASSWORD"), Landed.Fate.WRITTEN);

  private static Story started(Policy policy) {
    Story story =
        new Story(
            Rulebook.rules(List.of(Rulebook.bypass(new Bypass.Anyone(), policy)), "ann"),
            People.directory("ann", "bob", "cem", "eve"));
    story.submit("ann", Rulebook.DB);
    story.bypass("ann", WHY);
    return story;
  }

  private static Story bypassed() {
    return bypassed(policy("open", requirement(1, "bob", "cem")));
  }

  private static Story bypassed(Policy policy) {
    Story story = started(policy);
    story.take(new Command.Finish(List.of(LANDED)));
    return story;
  }

  @Test
  void itsEndIsBypassedAndNeverMerged() {
    Story story = started(policy("open", requirement(1, "bob")));
    assertThat(accepted(story.take(new Command.Finish(List.of(LANDED)))))
        .containsExactly("Bypassed", "SecretsChanged");
    assertThat(story.state().status()).isEqualTo(Status.BYPASSED);
    assertThat(story.state().status().ended()).isTrue();
    assertThat(story.state().landed()).containsExactly(LANDED);
    assertThat(story.state().unreviewed())
        .isEqualTo(new Request.Unreviewed(WHY, Proposals.NOON, null));
  }

  @Test
  void oneThatAppliedNothingIsOpenAgainAndItsNextMergeIsAMerge() {
    Story story = started(policy("open", requirement(1, "bob")));
    story.take(new Command.GiveUp(STOPPED, false));
    assertThat(story.state().status()).isEqualTo(Status.OPEN);
    assertThat(story.state().unreviewed()).isNull();
    story.approve("bob");
    story.merge("ann");
    assertThat(accepted(story.take(new Command.Finish(List.of(LANDED)))))
        .containsExactly("Merged", "SecretsChanged");
    assertThat(story.state().status()).isEqualTo(Status.MERGED);
  }

  @Test
  void oneThatFailedIsStillOneWithoutAgreement() {
    Story story = started(policy("open", requirement(1, "bob")));
    story.take(new Command.Fail(List.of(HELD)));
    assertThat(story.state().status()).isEqualTo(Status.FAILED);
    assertThat(story.state().unreviewed()).isNotNull();
  }

  private static Story failed() {
    Story story = started(policy("open", requirement(1, "bob", "cem")));
    story.take(new Command.Fail(List.of(HELD)));
    return story;
  }

  private static Story undone() {
    Story story = failed();
    story.takeUp("ann", Event.Mode.UNDO);
    story.take(new Command.GiveUp(STOPPED, false));
    return story;
  }

  private static Request.@Nullable Reviewed looked(Story story) {
    return Objects.requireNonNull(story.state().unreviewed()).reviewed();
  }

  @Test
  void oneThatFailedIsLookedAtWhileItIsLive() {
    Story story = failed();
    assertThat(looked(story)).isNull();
    assertThat(accepted(story.acknowledge("cem"))).containsExactly("Acknowledged");
    assertThat(looked(story)).isNotNull();
    assertThat(story.state().status()).isEqualTo(Status.FAILED);
    assertThat(refused(story.acknowledge("bob"))).isEqualTo("acknowledged");
  }

  @Test
  void oneThatFailedIsLookedAtAlsoOnceItIsUndone() {
    Story story = undone();
    assertThat(story.state().status()).isEqualTo(Status.OPEN);
    assertThat(looked(story)).isNull();
    assertThat(refused(story.acknowledge("ann"))).isEqualTo("own-request");
    assertThat(accepted(story.acknowledge("cem"))).containsExactly("Acknowledged");
    assertThat(looked(story)).isNotNull();
    assertThat(refused(story.acknowledge("bob"))).isEqualTo("acknowledged");
  }

  @Test
  void whoHasLookedAtWhatWasLiveNeedNotLookAgainOnceItIsUndone() {
    Story story = failed();
    story.acknowledge("cem");
    story.takeUp("ann", Event.Mode.UNDO);
    story.take(new Command.GiveUp(STOPPED, false));
    assertThat(looked(story)).isNotNull();
  }

  @Test
  void whatIsFinishedIsLookedAtAnew() {
    Story story = failed();
    story.acknowledge("cem");
    story.takeUp("ann", Event.Mode.FINISH);
    story.take(new Command.Finish(List.of(LANDED)));
    assertThat(story.state().status()).isEqualTo(Status.BYPASSED);
    assertThat(looked(story)).isNull();
    assertThat(accepted(story.acknowledge("bob"))).containsExactly("Acknowledged");
  }

  @Test
  void whatWasUndoneIsLookedAtAlsoWhereALaterMergeFailed() {
    Story story = undone();
    story.approve("bob");
    story.merge("ann");
    story.take(new Command.Fail(List.of(HELD)));
    story.takeUp("ann", Event.Mode.UNDO);
    story.take(new Command.GiveUp(STOPPED, false));
    assertThat(story.state().unreviewed())
        .isEqualTo(new Request.Unreviewed(WHY, Proposals.NOON, null));
  }

  @Test
  void aLookAtOneLeavesWhoHasLookedAtAnEarlierOne() {
    Story story = undone();
    story.acknowledge("cem");
    story.later(Duration.ofHours(1));
    story.bypass("ann", WHY);
    story.take(new Command.Finish(List.of(LANDED)));
    story.acknowledge("bob");
    assertThat(story.state().ending().undone())
        .isEqualTo(
            new Request.Unreviewed(
                WHY, Proposals.NOON, new Request.Reviewed(People.id("cem"), Proposals.NOON)));
  }

  @Test
  void whatWasUndoneIsLookedAtWhateverBecomesOfTheRequest() {
    Story withdrawn = undone();
    withdrawn.withdraw("ann");
    assertThat(accepted(withdrawn.acknowledge("cem"))).containsExactly("Acknowledged");

    Story merged = undone();
    merged.approve("bob");
    merged.merge("ann");
    assertThat(refused(merged.acknowledge("cem"))).isEqualTo("merging");
    assertThat(accepted(merged.take(new Command.Finish(List.of(LANDED)))))
        .containsExactly("Merged", "SecretsChanged");
    assertThat(accepted(merged.acknowledge("cem"))).containsExactly("Acknowledged");

    Story again = undone();
    again.bypass("ann", WHY);
    again.take(new Command.GiveUp(STOPPED, false));
    assertThat(looked(again)).isNull();
  }

  @Test
  void nobodyElseIsAskedInTheirPlaceByAnotherRevision() {
    Story story = undone();
    Refusal refusal = refusal(story.revise("ann", Rulebook.document("/other")));
    assertThat(refusal.code()).isEqualTo("not-acknowledged");
    assertThat(story.clearing().of(refusal).reasons().getFirst().clearedBy())
        .isEqualTo(People.ids("bob", "cem"));
    story.acknowledge("cem");
    assertThat(accepted(story.revise("ann", Rulebook.DB))).containsExactly("Revised");
    assertThat(looked(story)).isNotNull();
  }

  @Test
  void nothingButCommentsAndTheLookAfterwardsIsTakenThen() {
    Story story = bypassed();
    assertThat(
            List.of(
                refused(story.approve("bob")),
                refused(story.merge("ann")),
                refused(story.bypass("ann", WHY)),
                refused(story.withdraw("ann"))))
        .containsOnly("bypassed");
    assertThat(accepted(story.comment("bob"))).containsExactly("Commented");
  }

  @Test
  void anApproverAcknowledgesIt() {
    Story story = bypassed();
    story.later(Duration.ofHours(1));
    assertThat(accepted(story.acknowledge("cem"))).containsExactly("Acknowledged");
    assertThat(story.events().getLast())
        .isEqualTo(new Event.Acknowledged(People.id("cem"), "Seen."));
    assertThat(story.state().status()).isEqualTo(Status.BYPASSED);
    assertThat(Objects.requireNonNull(story.state().unreviewed()))
        .isEqualTo(
            new Request.Unreviewed(
                WHY,
                Proposals.NOON,
                new Request.Reviewed(People.id("cem"), Proposals.NOON.plus(Duration.ofHours(1)))));
  }

  @Test
  void onceIsEnough() {
    Story story = bypassed();
    story.acknowledge("cem");
    assertThat(refused(story.acknowledge("bob"))).isEqualTo("acknowledged");
    assertThat(refused(story.acknowledge("cem"))).isEqualTo("acknowledged");
  }

  @Test
  void itsAuthorDoesNotEvenWhereAuthorsApprove() {
    Story story =
        bypassed(Rulebook.selfApproval(policy("open", requirement(2, "ann", "bob", "cem"))));
    assertThat(refusal(story.acknowledge("ann")).reasons())
        .containsExactly(
            new Reason(
                "own-request",
                "You wrote this request. Another of its approvers has to look at it.",
                People.ids("bob", "cem")));
  }

  @Test
  void anAuthorAmongTheApproversDoesNot() {
    Story story = bypassed(policy("open", requirement(1, "ann", "bob")));
    assertThat(refused(story.acknowledge("ann"))).isEqualTo("own-request");
  }

  @Test
  void nobodyElseDoes() {
    Story story = bypassed();
    assertThat(refused(story.acknowledge("eve"))).isEqualTo("not-an-approver");
    story.people(People.gone(People.person("bob")));
    assertThat(refused(story.acknowledge("bob"))).isEqualTo("no-longer-an-approver");
    Actor machine = new Actor(new MachineId("bob"), "bob", true, People.groups());
    assertThat(
            refused(
                story.take(
                    new Command.Acknowledge(machine, "", story.revision(), story.directory()))))
        .isEqualTo("machines-never-vote");
  }

  @Test
  void thereIsNothingToAcknowledgeOfAnyOther() {
    Story open =
        new Story(
            Rulebook.rules(List.of(policy("one", requirement(1, "bob"))), "ann"),
            People.directory("ann", "bob"));
    open.submit("ann", Rulebook.DB);
    assertThat(refused(open.acknowledge("bob"))).isEqualTo("not-bypassed");
    assertThat(refused(started(policy("open", requirement(1, "bob"))).acknowledge("bob")))
        .isEqualTo("merging");
  }
}
