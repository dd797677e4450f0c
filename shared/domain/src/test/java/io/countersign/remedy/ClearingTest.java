package io.countersign.remedy;

import static io.countersign.sample.Rulebook.requirement;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.directory.Binding;
import io.countersign.directory.BindingId;
import io.countersign.directory.Holder;
import io.countersign.directory.Person;
import io.countersign.directory.Role;
import io.countersign.explain.Reason;
import io.countersign.explain.Refusal;
import io.countersign.name.PathGlob;
import io.countersign.policy.Bypass;
import io.countersign.policy.Policy;
import io.countersign.policy.Rules;
import io.countersign.project.DocumentId;
import io.countersign.request.Command;
import io.countersign.request.Outcome;
import io.countersign.sample.People;
import io.countersign.sample.Rulebook;
import io.countersign.sample.Story;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Rule 12: who could clear what a command was refused for. Dan and Ann propose, Amy and Bob
 * approve, Ada may everything, and Cem nothing.
 */
class ClearingTest {
  private static final Policy ONE = Rulebook.policy("one", requirement(1, "amy", "bob"));
  private static final String WHY = "Leaked this morning";

  private final Story story = new Story(rules(ONE), People.directory(names()));

  ClearingTest() {
    story.submit("dan", Rulebook.DB);
  }

  private static String[] names() {
    return new String[] {"ada", "amy", "ann", "bob", "cem", "dan"};
  }

  private static Rules rules(Policy policy) {
    List<Binding> bindings =
        List.of(
            Rulebook.binding("dan", Role.DEVELOPER, "dan"),
            Rulebook.binding("ann", Role.DEVELOPER, "ann"),
            Rulebook.binding("ada", Role.ADMIN, "ada"));
    return Rulebook.rules(List.of(policy), bindings);
  }

  private void gone(String name) {
    Person[] people =
        List.of(names()).stream()
            .map(People::person)
            .map(each -> each.id().value().equals(name) ? People.gone(each) : each)
            .toArray(Person[]::new);
    story.people(people);
  }

  private Refusal refusal(Outcome outcome) {
    return story.clearing().of(((Outcome.Refused) outcome).refusal());
  }

  private void cleared(Outcome outcome, String code, String... by) {
    Refusal refusal = refusal(outcome);
    assertThat(refusal.code()).isEqualTo(code);
    assertThat(refusal.reasons()).hasSize(1);
    Reason reason = refusal.reasons().getFirst();
    assertThat(reason.code()).isEqualTo(code);
    assertThat(reason.message()).isEqualTo(refusal.message());
    assertThat(reason.clearedBy()).isEqualTo(People.ids(by));
  }

  private void standing(String code, String... by) {
    List<Reason> reasons = story.clearing().of(story.reasons());
    assertThat(reasons).extracting(Reason::code).contains(code);
    assertThat(reasons)
        .filteredOn(each -> each.code().equals(code))
        .allSatisfy(each -> assertThat(each.clearedBy()).isEqualTo(People.ids(by)));
  }

  private void conflicts() {
    story.approve("amy");
    story.merge("dan");
    story.take(
        new Command.GiveUp(Reason.of("keys-changed", "It changed: revise the request."), true));
  }

  @Test
  void itsApproversVoteInTheirPlaceWhoMayNot() {
    cleared(story.approve("dan"), "not-an-approver", "amy", "bob");
    gone("bob");
    cleared(story.approve("ann"), "not-an-approver", "amy");
    cleared(story.approve("bob"), "no-longer-an-approver", "amy");
  }

  @Test
  void anAuthorAmongTheApproversIsSentToTheOthers() {
    Story own =
        new Story(
            rules(Rulebook.policy("one", requirement(1, "amy", "dan"))), People.directory(names()));
    own.submit("dan", Rulebook.DB);
    Outcome.Refused refused = (Outcome.Refused) own.approve("dan");
    assertThat(own.clearing().of(refused.refusal()).reasons())
        .containsExactly(new Reason("own-request", refused.refusal().message(), People.ids("amy")));
  }

  @Test
  void whoMayMergeMergesForWhoMayNot() {
    cleared(story.merge("cem"), "may-not-merge", "ada", "amy", "bob", "dan");
  }

  @Test
  void whoMayWithdrawWithdrawsForWhoMayNot() {
    cleared(story.withdraw("amy"), "may-not-withdraw", "ada", "dan");
  }

  @Test
  void whoMayReviseRevisesForWhoMayNot() {
    cleared(story.revise("cem", Rulebook.DB), "may-not-revise", "ada", "ann", "dan");
  }

  private void clear(String code, String... by) {
    assertThat(story.clearing().of(Reason.of(code, "It is so.")).clearedBy())
        .as(code)
        .isEqualTo(People.ids(by));
  }

  @Test
  void itsAuthorMayBeFollowedByWhoMayProposeThere() {
    clear("author-not-entitled", "ada", "ann", "dan");
    clear("revision-dead", "ada", "ann", "dan");
  }

  @Test
  void whoMayProposeElsewhereOnlyDoesNotTakeItOver() {
    Binding web =
        new Binding(
            new BindingId("cem"),
            Role.DEVELOPER,
            new Holder.OnePerson(People.id("cem")),
            Rulebook.PROD,
            new PathGlob("/web"),
            1);
    story.rules(
        Rulebook.rules(List.of(ONE), List.of(Rulebook.binding("dan", Role.DEVELOPER, "dan"), web)));
    clear("keys-changed", "dan");
  }

  @Test
  void aRevisionIsNotRevisedWhileItIsMergedOrAfterItFailed() {
    story.approve("amy");
    story.merge("dan");
    clear("keys-changed");
    story.take(new Command.Fail(List.of()));
    clear("keys-changed");
  }

  @Test
  void whatHasEndedIsNobodysToClear() {
    story.rules(rules(Rulebook.bypass(new Bypass.Anyone(), ONE)));
    story.revise("dan", Rulebook.DB);
    clear("not-the-author", "dan");
    story.withdraw("dan");
    for (String code :
        List.of(
            "not-an-approver",
            "may-not-merge",
            "may-not-withdraw",
            "not-the-author",
            "author-not-entitled",
            "may-not-revise")) {
      clear(code);
    }
  }

  @Test
  void whoIsNamedAndStillThereClearsItNobodyElse() {
    Reason named = new Reason("may-not-merge", "It is so.", People.ids("amy", "cem"));
    assertThat(story.clearing().of(named).clearedBy()).isEqualTo(People.ids("amy", "cem"));
    gone("cem");
    assertThat(story.clearing().of(named).clearedBy()).isEqualTo(People.ids("amy"));
  }

  @Test
  void whoMayNotProposeIsSentToThoseWhoCouldLetThem() {
    DocumentId other = Rulebook.document("/web");
    Outcome outcome = new Story(rules(ONE), People.directory(names())).submit("cem", other);
    assertThat(((Outcome.Refused) outcome).refusal().reasons())
        .extracting(Reason::clearedBy)
        .containsExactly(People.ids("ada"));
  }

  @Test
  void afterAConflictItsAuthorRevisesOrWhoTakesItOver() {
    conflicts();
    standing("keys-changed", "ada", "ann", "dan");
    gone("dan");
    standing("keys-changed", "ada", "ann");
    standing("author-not-entitled", "ada", "ann");
  }

  @Test
  void aRejectionIsItsVotersUntilTheyAreGone() {
    story.rules(rules(Rulebook.declineAfter(2, ONE)));
    story.revise("dan", Rulebook.DB);
    story.reject("amy");
    standing("rejection-stands", "amy");
    gone("amy");
    standing("rejection-stands", "ada", "ann", "dan");
  }

  @Test
  void whatTooFewAreLeftForIsRevised() {
    gone("amy");
    standing("approvals-missing", "bob");
    story.people(People.person("dan"), People.person("ann"));
    standing("approvals-missing", "ann", "dan");
  }

  @Test
  void onlyAnAuthorWhoMayIsNamedForABypass() {
    cleared(story.bypass("amy", WHY), "not-the-author");
    story.rules(rules(Rulebook.bypass(new Bypass.Anyone(), ONE)));
    story.revise("dan", Rulebook.DB);
    cleared(story.bypass("amy", WHY), "not-the-author", "dan");
    story.approve("amy");
    cleared(story.bypass("dan", WHY), "agreed", "ada", "amy", "bob", "dan");
  }

  @Test
  void whatHasEndedNobodyClears() {
    story.withdraw("dan");
    cleared(story.approve("amy"), "withdrawn");
    assertThat(refusal(story.approve("amy")).message()).contains("make a new one");
  }

  @Test
  void aMergeUnderWayIsWaitedFor() {
    story.approve("amy");
    story.merge("dan");
    cleared(story.withdraw("dan"), "merging");
    assertThat(refusal(story.withdraw("dan")).message()).contains("wait");
  }

  @Test
  void whatFailedIsForThoseWhoMayMerge() {
    story.approve("amy");
    story.merge("dan");
    story.take(new Command.Fail(List.of()));
    Refusal refusal = refusal(story.approve("bob"));
    assertThat(refusal.code()).isEqualTo("failed");
    assertThat(refusal.reasons())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.code()).isEqualTo("merge-failed");
              assertThat(each.clearedBy()).isEqualTo(People.ids("ada", "amy", "bob", "dan"));
            });
  }

  @Test
  void ofWhatIsNotThereNobodyIsTold() {
    assertThat(refusal(story.comment("cem")).reasons()).isEmpty();
  }

  @Test
  void aWrongFieldIsItsCallersOwn() {
    story.rules(rules(Rulebook.bypass(new Bypass.Anyone(), ONE)));
    story.revise("dan", Rulebook.DB);
    assertThat(refusal(story.bypass("dan", "short")).reasons()).isEmpty();
  }
}
