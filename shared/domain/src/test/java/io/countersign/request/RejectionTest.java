package io.countersign.request;

import static io.countersign.sample.People.person;
import static io.countersign.sample.Rulebook.declineAfter;
import static io.countersign.sample.Rulebook.policy;
import static io.countersign.sample.Rulebook.requirement;
import static io.countersign.sample.Story.accepted;
import static io.countersign.sample.Story.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.policy.Policy;
import io.countersign.sample.People;
import io.countersign.sample.Rulebook;
import io.countersign.sample.Story;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rule 5: rejection declines. */
class RejectionTest {
  private static final Policy ONE = policy("one", requirement(1, "bob", "cem", "dan"));

  private static Story submitted(Policy... policies) {
    Story story =
        new Story(
            Rulebook.rules(List.of(policies), "ann"), People.directory("ann", "bob", "cem", "dan"));
    story.submit("ann", Rulebook.DB);
    return story;
  }

  @Test
  void oneRejectionEndsARequest() {
    Story story = submitted(ONE);
    assertThat(accepted(story.reject("bob"))).containsExactly("Voted", "Rejected");
    assertThat(story.state().status()).isEqualTo(Status.REJECTED);
  }

  @Test
  void soManyRejectionsEndItAsThePolicySays() {
    Story story = submitted(declineAfter(2, ONE));
    assertThat(accepted(story.reject("bob"))).containsExactly("Voted");
    assertThat(story.state().status()).isEqualTo(Status.OPEN);
    assertThat(accepted(story.reject("cem"))).containsExactly("Voted", "Rejected");
  }

  @Test
  void theSamePersonsRejectionsCountOnce() {
    Story story = submitted(declineAfter(2, ONE));
    story.reject("bob");
    assertThat(accepted(story.reject("bob"))).containsExactly("Voted");
  }

  @Test
  void eachPolicyCountsItsOwnPeople() {
    Story story =
        submitted(
            declineAfter(2, policy("first", requirement(1, "bob"))),
            declineAfter(2, policy("second", requirement(1, "cem"))));
    story.reject("bob");
    assertThat(accepted(story.reject("cem"))).containsExactly("Voted");
  }

  @Test
  void aStandingRejectionBlocks() {
    Story story = submitted(declineAfter(2, ONE));
    story.reject("bob");
    assertThat(accepted(story.approve("cem"))).containsExactly("Voted");
    assertThat(story.reasons())
        .singleElement()
        .satisfies(
            reason -> {
              assertThat(reason.code()).isEqualTo("rejection-stands");
              assertThat(reason.clearedBy()).isEqualTo(People.ids("bob"));
            });
    assertThat(refused(story.merge("ann"))).isEqualTo("not-agreed");
  }

  @Test
  void aRejectionStandsEvenWhenItsVoterLeaves() {
    Story story = submitted(declineAfter(2, ONE));
    story.reject("bob");
    story.approve("cem");
    story.people(person("ann"), People.gone(person("bob")), person("cem"), person("dan"));
    assertThat(story.codes()).containsExactly("rejection-stands");
    assertThat(accepted(story.reject("dan"))).containsExactly("Voted", "Rejected");
  }

  @Test
  void aVoteMayBeChangedAndItsHistoryStays() {
    Story story = submitted(declineAfter(2, ONE));
    story.reject("bob");
    assertThat(accepted(story.approve("bob"))).containsExactly("Voted", "Agreed");
    assertThat(story.codes()).isEmpty();
    assertThat(story.events()).filteredOn(each -> each instanceof Event.Voted).hasSize(2);
    assertThat(accepted(story.reject("bob"))).containsExactly("Voted");
    assertThat(story.codes()).contains("rejection-stands");
  }

  @Test
  void aRejectionThatIsTakenBackBlocksNoMore() {
    Story story = submitted(declineAfter(2, ONE));
    story.reject("bob");
    story.approve("cem");
    assertThat(accepted(story.retract("bob"))).containsExactly("Voted", "Agreed");
    assertThat(story.codes()).isEmpty();
    assertThat(story.state().votes()).containsOnlyKeys(People.id("cem"));
  }

  @Test
  void whoLeftMayStillTakeTheirVoteBack() {
    Story story = submitted(declineAfter(2, ONE));
    story.reject("bob");
    story.rules(Rulebook.rules(List.of(), "ann"));
    assertThat(accepted(story.retract("bob"))).containsExactly("Voted");
    assertThat(story.state().votes()).isEmpty();
  }

  @Test
  void anApprovalThatIsTakenBackCountsNoMore() {
    Story story = submitted(ONE);
    story.approve("bob");
    assertThat(accepted(story.retract("bob"))).containsExactly("Voted");
    assertThat(refused(story.merge("ann"))).isEqualTo("not-agreed");
    assertThat(accepted(story.approve("bob"))).containsExactly("Voted");
  }

  @Test
  void onlyAVoteThatStandsCanBeTakenBack() {
    Story story = submitted(ONE);
    assertThat(refused(story.retract("bob"))).isEqualTo("no-vote");
    assertThat(refused(story.retract("ann"))).isEqualTo("no-vote");
    story.approve("bob");
    story.retract("bob");
    assertThat(refused(story.retract("bob"))).isEqualTo("no-vote");
  }
}
