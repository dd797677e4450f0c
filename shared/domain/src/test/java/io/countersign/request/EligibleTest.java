package io.countersign.request;

import static io.countersign.sample.People.person;
import static io.countersign.sample.Rulebook.policy;
import static io.countersign.sample.Rulebook.requirement;
import static io.countersign.sample.Story.accepted;
import static io.countersign.sample.Story.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.directory.Actor;
import io.countersign.directory.MachineId;
import io.countersign.explain.Reason;
import io.countersign.policy.Policy;
import io.countersign.revision.Revision;
import io.countersign.sample.People;
import io.countersign.sample.Rulebook;
import io.countersign.sample.Story;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rule 2: distinct, eligible people. */
class EligibleTest {
  private static Story submitted(Policy... policies) {
    Story story =
        new Story(
            Rulebook.rules(List.of(policies), "ann", "bob"),
            People.directory(
                person("ann"), person("bob", "ops"), person("cem", "ops"), person("dan")));
    story.submit("ann", Rulebook.DB);
    return story;
  }

  @Test
  void whoWasInTheSetThenAndIsInItNowCounts() {
    Story story = submitted(policy("first", requirement(1, "@ops")));
    assertThat(accepted(story.approve("bob"))).containsExactly("Voted", "Agreed");
    assertThat(story.codes()).isEmpty();
  }

  @Test
  void aVoteFromOutsideTheSetIsRefused() {
    Story story = submitted(policy("first", requirement(1, "@ops")));
    assertThat(refused(story.approve("dan"))).isEqualTo("not-an-approver");
    assertThat(refused(story.reject("stranger"))).isEqualTo("not-an-approver");
  }

  @Test
  void machinesNeverVote() {
    Story story = submitted(policy("first", requirement(1, "@ops")));
    Actor machine = new Actor(new MachineId("bob"), "bob", true, People.groups("ops"));
    for (Decision decision : Decision.values()) {
      Command vote =
          new Command.CastVote(
              machine,
              story.state().digest(),
              decision,
              "",
              story.revision(),
              story.rules(),
              story.directory());
      assertThat(refused(story.take(vote))).isEqualTo("machines-never-vote");
    }
  }

  @Test
  void whoHasLeftTheSetMayNotVote() {
    Story story = submitted(policy("first", requirement(1, "@ops")));
    story.people(person("ann"), person("bob"), person("cem", "ops"));
    assertThat(refused(story.approve("bob"))).isEqualTo("no-longer-an-approver");
    assertThat(accepted(story.approve("cem"))).contains("Agreed");
  }

  @Test
  void whoIsDeactivatedMayNotVote() {
    Story story = submitted(policy("first", requirement(1, "bob", "cem")));
    story.people(person("ann"), People.gone(person("bob")), person("cem"));
    assertThat(refused(story.approve("bob"))).isEqualTo("no-longer-an-approver");
  }

  @Test
  void whoJoinedTheSetLaterMayNotVoteOnThisRevision() {
    Story story = submitted(policy("first", requirement(1, "@ops")));
    story.people(person("ann"), person("bob", "ops"), person("dan", "ops"));
    assertThat(refused(story.approve("dan"))).isEqualTo("not-an-approver");
  }

  @Test
  void theVoteOfWhoLeavesTheSetCountsNoMore() {
    Story story = submitted(policy("first", requirement(1, "@ops")));
    story.approve("bob");
    story.people(person("ann"), person("bob"), person("cem", "ops"));
    assertThat(story.codes()).containsExactly("approvals-missing");
    assertThat(refused(story.merge("ann"))).isEqualTo("not-agreed");
  }

  @Test
  void theVoteOfWhoIsDeactivatedCountsNoMore() {
    Story story = submitted(policy("first", requirement(1, "@ops")));
    story.approve("bob");
    story.people(person("ann"), People.gone(person("bob", "ops")), person("cem", "ops"));
    assertThat(refused(story.merge("ann"))).isEqualTo("not-agreed");
  }

  @Test
  void theVoteOfWhomTheDirectoryDoesNotKnowCountsNoMore() {
    Story story = submitted(policy("first", requirement(1, "cem", "dan")));
    story.approve("dan");
    story.people(person("ann"), person("cem"));
    assertThat(story.codes()).containsExactly("approvals-missing");
  }

  @Test
  void anApprovalCountsInALivePolicyAlsoOfWhoHasLeftTheSetThatItWasGivenFor() {
    Policy bound = policy("first", requirement(1, "@ops"));
    Story story = submitted(bound);
    story.approve("bob");
    story.rules(Rulebook.rules(List.of(bound, policy("new", requirement(2, "bob", "cem"))), "ann"));
    story.people(person("ann"), person("bob"), person("cem", "ops"));
    assertThat(story.reasons())
        .extracting(Reason::message)
        .containsExactly(
            "Policy \"first\" needs 1 more approval.", "Policy \"new\" needs 1 more approval.");
  }

  @Test
  void whoLeftAndCameBackCountsAgain() {
    Story story = submitted(policy("first", requirement(1, "@ops")));
    story.approve("bob");
    story.people(person("ann"), person("bob"));
    story.people(person("ann"), person("bob", "ops"));
    assertThat(story.codes()).isEmpty();
  }

  @Test
  void noAuthorApprovesTheirOwn() {
    Story story = submitted(policy("first", requirement(1, "ann", "bob")));
    assertThat(refused(story.approve("ann"))).isEqualTo("own-request");
    assertThat(refused(story.reject("ann"))).isEqualTo("own-request");
  }

  @Test
  void selfApprovalLiftsTheAuthorsBar() {
    Story story = submitted(Rulebook.selfApproval(policy("first", requirement(1, "ann", "bob"))));
    assertThat(accepted(story.approve("ann"))).containsExactly("Voted", "Agreed");
  }

  @Test
  void selfApprovalLiftsNoOtherBar() {
    Story outside = submitted(Rulebook.selfApproval(policy("first", requirement(1, "bob"))));
    assertThat(refused(outside.approve("ann"))).isEqualTo("not-an-approver");
    Story left = submitted(Rulebook.selfApproval(policy("first", requirement(1, "@ops", "ann"))));
    left.people(People.gone(person("ann")), person("bob", "ops"));
    assertThat(refused(left.approve("ann"))).isEqualTo("no-longer-an-approver");
  }

  @Test
  void selfApprovalInOnePolicyDoesNotCountInAnother() {
    Story story =
        submitted(
            Rulebook.selfApproval(policy("own", requirement(1, "ann"))),
            policy("other", requirement(1, "ann", "bob")));
    assertThat(accepted(story.approve("ann"))).containsExactly("Voted");
    assertThat(story.codes()).containsExactly("approvals-missing");
    assertThat(accepted(story.approve("bob"))).containsExactly("Voted", "Agreed");
  }

  @Test
  void onePersonFillsOneSeatOfAPolicy() {
    Story story =
        submitted(policy("first", requirement(1, "bob", "cem"), requirement(1, "bob", "dan")));
    assertThat(accepted(story.approve("bob"))).containsExactly("Voted");
    assertThat(accepted(story.approve("dan"))).containsExactly("Voted", "Agreed");
  }

  @Test
  void onePersonCountsInEachPolicy() {
    Story story =
        submitted(policy("first", requirement(1, "bob")), policy("second", requirement(1, "bob")));
    assertThat(accepted(story.approve("bob"))).containsExactly("Voted", "Agreed");
  }

  @Test
  void votingTwiceCountsOnce() {
    Story story = submitted(policy("first", requirement(2, "bob", "cem")));
    story.approve("bob");
    assertThat(accepted(story.approve("bob"))).containsExactly("Voted");
    assertThat(story.codes()).containsExactly("approvals-missing");
  }

  @Test
  void agreementIsToldOnce() {
    Story story = submitted(policy("first", requirement(1, "bob", "cem")));
    assertThat(accepted(story.approve("bob"))).containsExactly("Voted", "Agreed");
    assertThat(accepted(story.approve("cem"))).containsExactly("Voted");
  }

  @Test
  void anAuthorsSeatIsNotFilledByOthersApprovals() {
    Story story =
        submitted(policy("first", requirement(1, "ann", "bob"), requirement(1, "bob", "cem")));
    story.approve("cem");
    assertThat(story.reasons())
        .singleElement()
        .satisfies(reason -> assertThat(reason.clearedBy()).isEqualTo(People.ids("bob")));
  }

  @Test
  void aRejectionFillsNoSeat() {
    Story story =
        submitted(Rulebook.declineAfter(2, policy("first", requirement(1, "bob", "cem"))));
    story.reject("bob");
    assertThat(story.codes()).containsExactlyInAnyOrder("rejection-stands", "approvals-missing");
  }

  @Test
  void anAuthorsVoteThatOnePolicyTakesFillsNoSeatOfAnother() {
    Story story =
        submitted(
            Rulebook.selfApproval(policy("own", requirement(1, "ann"))),
            policy("other", requirement(1, "ann", "bob")));
    story.approve("ann");
    assertThat(assessed(story).policies())
        .extracting(Assessment.Progress::counted)
        .containsExactly(List.of(0), List.of(1));
  }

  @Test
  void whyAVoteDoesNotCountIsTold() {
    Story story = submitted(policy("first", requirement(1, "@ops")));
    story.approve("bob");
    assertThat(assessed(story).uncounted()).isEmpty();
    story.people(person("ann"), person("bob"), person("cem", "ops"));
    assertThat(assessed(story).uncounted())
        .containsOnly(Map.entry(People.id("bob"), "is in no policy's set any more"));
  }

  private static Assessment assessed(Story story) {
    return Agreement.of(
        story.state(), story.revision(), List.of(), Agreement.Now.of(story.directory()));
  }

  @Test
  void theBestOfWhatSomebodyIsDecides() {
    Revision revision =
        submitted(
                policy("first", requirement(1, "ann", "bob")),
                policy("second", requirement(1, "bob")))
            .revision();
    assertThat(Eligibility.of(People.actor("bob"), revision)).isEqualTo(Eligibility.ELIGIBLE);
    assertThat(Eligibility.of(People.actor("ann"), revision)).isEqualTo(Eligibility.AUTHOR);
    assertThat(Eligibility.of(People.actor("dan"), revision)).isEqualTo(Eligibility.OUTSIDE);
  }
}
