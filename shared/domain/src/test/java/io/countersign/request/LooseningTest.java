package io.countersign.request;

import static io.countersign.sample.Rulebook.policy;
import static io.countersign.sample.Rulebook.requirement;
import static io.countersign.sample.Story.accepted;
import static io.countersign.sample.Story.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.explain.Reason;
import io.countersign.policy.Policy;
import io.countersign.sample.People;
import io.countersign.sample.Rulebook;
import io.countersign.sample.Story;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rule 4: nobody can loosen an open request. */
class LooseningTest {
  private static final Policy TWO = policy("two", requirement(2, "bob", "cem", "dan"));

  private static Story story(Policy... policies) {
    return new Story(
        Rulebook.rules(List.of(policies), "ann"),
        People.directory("ann", "bob", "cem", "dan", "eve"));
  }

  private static Story approvedBy(List<String> voters, Policy... policies) {
    Story story = story(policies);
    story.submit("ann", Rulebook.DB);
    voters.forEach(story::approve);
    return story;
  }

  @Test
  void thePolicyAsItWasBoundHoldsOn() {
    Story story = approvedBy(List.of("bob"), TWO);
    story.rules(Rulebook.rules(List.of(Rulebook.edited(TWO, requirement(1, "bob"))), "ann"));
    assertThat(refused(story.merge("ann"))).isEqualTo("not-agreed");
    story.approve("cem");
    assertThat(accepted(story.merge("ann"))).containsExactly("MergeStarted");
  }

  @Test
  void aDeletedPolicyHoldsOn() {
    Story story = approvedBy(List.of("bob"), TWO);
    story.rules(Rulebook.rules(List.of(), "ann"));
    assertThat(refused(story.merge("ann"))).isEqualTo("not-agreed");
  }

  @Test
  void aPolicyThatBecameStricterHoldsToo() {
    Story story = approvedBy(List.of("bob", "cem"), TWO);
    story.rules(
        Rulebook.rules(List.of(Rulebook.edited(TWO, requirement(3, "bob", "cem", "dan"))), "ann"));
    assertThat(refused(story.merge("ann"))).isEqualTo("not-agreed");
    story.approve("dan");
    assertThat(accepted(story.merge("ann"))).containsExactly("MergeStarted");
  }

  @Test
  void aPolicyThatIsNewHoldsToo() {
    Story story = approvedBy(List.of("bob", "cem"), TWO);
    Policy closer = Rulebook.on("/db", policy("closer", requirement(1, "dan")));
    story.rules(Rulebook.rules(List.of(TWO, closer), "ann"));
    assertThat(refused(story.merge("ann"))).isEqualTo("not-agreed");
    story.approve("dan");
    assertThat(accepted(story.merge("ann"))).containsExactly("MergeStarted");
  }

  @Test
  void aPolicyOfOtherDocumentsDoesNotMatter() {
    Story story = approvedBy(List.of("bob", "cem"), TWO);
    Policy elsewhere = Rulebook.on("/other", policy("elsewhere", requirement(1, "eve")));
    story.rules(Rulebook.rules(List.of(TWO, elsewhere), "ann"));
    assertThat(accepted(story.merge("ann"))).containsExactly("MergeStarted");
  }

  @Test
  void somebodyAddedToALivePolicyDoesNotHelpThisRevision() {
    Story story = approvedBy(List.of("bob"), TWO);
    story.rules(Rulebook.rules(List.of(Rulebook.edited(TWO, requirement(2, "bob", "eve"))), "ann"));
    assertThat(refused(story.approve("eve"))).isEqualTo("not-an-approver");
  }

  @Test
  void onlyThoseWhoMayVoteAreNamedAsTheRemedy() {
    Story story = approvedBy(List.of("bob", "cem"), TWO);
    Policy edited = Rulebook.edited(TWO, requirement(2, "bob", "eve"));
    story.rules(Rulebook.rules(List.of(edited), "ann"));
    assertThat(story.reasons())
        .singleElement()
        .satisfies(
            reason -> {
              assertThat(reason.clearedBy()).isEmpty();
              assertThat(reason.message()).contains("revise the request");
            });
  }

  @Test
  void whatNobodyCouldApproveIsRefused() {
    Story story = story(policy("alone", requirement(1, "ann")));
    Outcome outcome = story.submit("ann", Rulebook.DB);
    assertThat(refused(outcome)).isEqualTo("nobody-could-approve");
    assertThat(((Outcome.Refused) outcome).refusal().reasons())
        .extracting(Reason::code)
        .containsExactly("policy-unsatisfiable");
  }

  @Test
  void anAuthorIsNoneOfThoseWhoCouldApprove() {
    assertThat(
            refused(
                story(policy("first", requirement(2, "ann", "bob"))).submit("ann", Rulebook.DB)))
        .isEqualTo("nobody-could-approve");
    Policy lifted = Rulebook.selfApproval(policy("first", requirement(2, "ann", "bob")));
    assertThat(accepted(story(lifted).submit("ann", Rulebook.DB))).containsExactly("Submitted");
  }

  @Test
  void whoIsDeactivatedCouldNotApprove() {
    Story story = story(policy("first", requirement(1, "bob")));
    story.people(People.person("ann"), People.gone(People.person("bob")));
    assertThat(refused(story.submit("ann", Rulebook.DB))).isEqualTo("nobody-could-approve");
  }

  @Test
  void oneImpossiblePolicyOfSeveralIsEnough() {
    Story story = story(TWO, policy("nobody", requirement(1, "@nobody")));
    assertThat(refused(story.submit("ann", Rulebook.DB))).isEqualTo("nobody-could-approve");
  }
}
