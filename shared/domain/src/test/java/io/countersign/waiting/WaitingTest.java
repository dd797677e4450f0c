package io.countersign.waiting;

import static io.countersign.sample.Rulebook.binding;
import static io.countersign.sample.Rulebook.policy;
import static io.countersign.sample.Rulebook.requirement;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.directory.Binding;
import io.countersign.directory.BindingId;
import io.countersign.directory.Holder;
import io.countersign.directory.MachineId;
import io.countersign.directory.PersonId;
import io.countersign.directory.Role;
import io.countersign.explain.Reason;
import io.countersign.policy.Bypass;
import io.countersign.policy.Policy;
import io.countersign.policy.Rules;
import io.countersign.request.Command;
import io.countersign.request.Event;
import io.countersign.revision.Remains;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import io.countersign.sample.Story;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Whom a request waits for, and what it wants of them. */
class WaitingTest {
  private static final Policy TWO =
      Rulebook.declineAfter(2, policy("two", requirement(2, "bob", "cem", "dan")));

  private final Story story = new Story(rules(TWO), People.directory("ann", "bob", "cem", "dan"));

  private static Rules rules(Policy... policies) {
    return Rulebook.rules(
        List.of(policies),
        List.of(binding("dev", Role.DEVELOPER, "ann"), binding("adm", Role.ADMIN, "eve")));
  }

  /** What is wanted of each of the people; nobody is waited for who is not expected. */
  private SortedMap<String, Want> wants() {
    SortedMap<String, Want> wants = new TreeMap<>();
    SortedSet<PersonId> expected = Expected.of(story.state(), story.revision());
    for (PersonId person : story.directory().people().keySet()) {
      Want want =
          Want.of(
              story.actor(person.value()),
              story.state(),
              story.revision(),
              story.rules(),
              story.directory(),
              story.now());
      if (want != null) {
        assertThat(expected).contains(person);
        wants.put(person.value(), want);
      }
    }
    return wants;
  }

  @Test
  void whoseApprovalIsMissingIsAskedToVote() {
    story.submit("ann", Rulebook.DB);
    assertThat(wants().keySet()).containsExactly("bob", "cem", "dan");
    assertThat(wants().values()).containsOnly(Want.VOTE);
  }

  @Test
  void whoHasVotedEitherWayIsAskedNoMore() {
    story.submit("ann", Rulebook.DB);
    story.approve("bob");
    story.reject("cem");
    assertThat(wants().keySet()).containsExactly("dan");
    story.retract("cem");
    assertThat(wants().keySet()).containsExactly("cem", "dan");
  }

  @Test
  void whatIsAgreedWaitsForItsAuthorOnly() {
    story.submit("ann", Rulebook.DB);
    story.approve("bob");
    story.approve("cem");
    assertThat(wants()).containsExactly(Map.entry("ann", Want.MERGE));
    assertThat(Expected.of(story.state(), story.revision())).isEqualTo(People.ids("ann", "dan"));
  }

  @Test
  void whenAnApproverHasLeftTheOthersAreAskedAgain() {
    story.submit("ann", Rulebook.DB);
    story.approve("bob");
    story.approve("cem");
    story.people(
        People.person("ann"),
        People.gone(People.person("bob")),
        People.person("cem"),
        People.person("dan"));
    assertThat(wants()).containsExactly(Map.entry("dan", Want.VOTE));
  }

  @Test
  void whoIsNotInALivePolicyCannotHelp() {
    story.submit("ann", Rulebook.DB);
    story.approve("bob");
    story.approve("cem");
    story.rules(rules(Rulebook.edited(TWO, requirement(2, "bob", "dan"))));
    assertThat(wants()).containsExactly(Map.entry("dan", Want.VOTE));
  }

  @Test
  void aDeadRevisionWaitsForItsAuthorToRevise() {
    story.submit("ann", Rulebook.DB);
    story.approve("bob");
    story.approve("cem");
    story.merge("ann");
    assertThat(wants()).isEmpty();
    assertThat(Expected.of(story.state(), story.revision())).isEmpty();
    story.take(new Command.GiveUp(Reason.of("keys-changed", "changed"), true));
    assertThat(wants()).containsExactly(Map.entry("ann", Want.REVISE));
  }

  @Test
  void aFailedMergeWaitsForItsAuthorAndItsApproversToFinish() {
    story.submit("ann", Rulebook.DB);
    story.approve("bob");
    story.approve("cem");
    story.merge("ann");
    story.take(
        new Command.Fail(
            List.of(
                new Remains(Rulebook.DB, Remains.State.HELD, "version-2", "prod/db holds it."))));
    assertThat(wants().keySet()).containsExactly("ann", "bob", "cem", "dan");
    assertThat(wants().values()).containsOnly(Want.FINISH);
  }

  @Test
  void nothingWaitsOnceItHasEndedOrItsTimeIsOver() {
    story.submit("ann", Rulebook.DB);
    story.later(Duration.ofDays(14));
    assertThat(wants()).isEmpty();
    story.take(new Command.Expire());
    assertThat(Expected.of(story.state(), story.revision())).isEmpty();
  }

  @Test
  void anAuthorMayVoteWhereThePolicySaysSo() {
    story.rules(rules(Rulebook.selfApproval(policy("one", requirement(1, "ann", "bob")))));
    story.submit("ann", Rulebook.DB);
    assertThat(wants().keySet()).containsExactly("ann", "bob");
    story.approve("ann");
    assertThat(wants()).containsExactly(Map.entry("ann", Want.MERGE));
    assertThat(story.state().id()).isEqualTo(Proposals.ONE);
  }

  @Test
  void aNewRevisionAsksEverybodyAnew() {
    story.submit("ann", Rulebook.DB);
    story.approve("bob");
    story.approve("cem");
    story.revise("ann", Rulebook.DB);
    assertThat(wants().keySet()).containsExactly("bob", "cem", "dan");
    assertThat(wants().values()).containsOnly(Want.VOTE);
  }

  @Test
  void whatWentAroundItsApproversWaitsUntilOneOfThemHasLookedAtIt() {
    story.rules(rules(Rulebook.bypass(new Bypass.Anyone(), TWO)));
    story.submit("ann", Rulebook.DB);
    story.approve("bob");
    story.bypass("ann", "The provider has leaked it.");
    assertThat(wants()).isEmpty();
    story.take(new Command.Finish(List.of()));
    assertThat(wants().keySet()).containsExactly("bob", "cem", "dan");
    assertThat(wants().values()).containsOnly(Want.ACKNOWLEDGE);
    story.acknowledge("cem");
    assertThat(wants()).isEmpty();
    assertThat(Expected.of(story.state(), story.revision())).isEmpty();
  }

  @Test
  void aBypassThatFailedWaitsForItsAuthorAndForWhoIsToLookAtItAlsoOnceItIsUndone() {
    story.rules(rules(Rulebook.bypass(new Bypass.Anyone(), TWO)));
    story.submit("ann", Rulebook.DB);
    story.bypass("ann", "The provider has leaked it.");
    story.take(
        new Command.Fail(
            List.of(
                new Remains(Rulebook.DB, Remains.State.HELD, "version-2", "prod/db holds it."))));
    assertThat(wants().keySet()).containsExactly("ann", "bob", "cem", "dan");
    assertThat(wants().values()).containsOnly(Want.FINISH);
    story.takeUp("ann", Event.Mode.UNDO);
    assertThat(wants()).isEmpty();
    story.take(new Command.GiveUp(Reason.of("aws-refused", "It was denied."), true));
    assertThat(wants().values()).containsOnly(Want.ACKNOWLEDGE);
    story.withdraw("ann");
    assertThat(wants().keySet()).containsExactly("bob", "cem", "dan");
    story.acknowledge("cem");
    assertThat(wants()).isEmpty();
    assertThat(Expected.of(story.state(), story.revision())).isEmpty();
  }

  @Test
  void whatItsAuthorWithdrewWaitsForNobody() {
    story.submit("ann", Rulebook.DB);
    story.withdraw("ann");
    assertThat(wants()).isEmpty();
    assertThat(Expected.of(story.state(), story.revision())).isEmpty();
  }

  private void machineSubmits(Binding... others) {
    Holder ci = new Holder.OneMachine(new MachineId("ci"));
    List<Binding> bindings = new ArrayList<>(List.of(others));
    bindings.add(new Binding(new BindingId("ci"), Role.DEVELOPER, ci, null, null, 1));
    story.rules(
        Rulebook.rules(
            List.of(Rulebook.declineAfter(2, policy("one", requirement(1, "bob", "cem", "dan")))),
            bindings));
    story.machines(People.machine("ci", "dan"));
    story.submit("machine:ci", Rulebook.DB);
  }

  @Test
  void whatAMachineWroteWaitsForItsApproversOnceItIsAgreed() {
    machineSubmits();
    story.approve("bob");
    assertThat(wants().keySet()).containsExactly("bob", "cem");
    assertThat(wants().values()).containsOnly(Want.MERGE);
  }

  @Test
  void aDeadRevisionOfAMachineWaitsForThoseOfItsOwnersWhoMayReviseIt() {
    machineSubmits(binding("dan", Role.DEVELOPER, "dan"));
    story.approve("bob");
    story.merge("bob");
    story.take(new Command.GiveUp(Reason.of("keys-changed", "changed"), true));
    assertThat(wants()).containsExactly(Map.entry("dan", Want.REVISE));
    story.rules(Rulebook.rules(List.of(), List.of()));
    assertThat(wants()).isEmpty();
  }

  @Test
  void whoAnswersForTheMachineThatWroteItIsNotAskedAndNothingWaitsForAMachine() {
    machineSubmits();
    assertThat(wants().keySet()).containsExactly("bob", "cem");
    story.machines(People.machine("ci", "cem", "dan"));
    assertThat(wants().keySet()).containsExactly("bob");
    story.approve("bob");
    story.machines(People.machine("ci", "bob"));
    assertThat(wants().keySet()).containsExactly("cem");
  }

  private void fails(String who) {
    story.merge(who);
    story.take(
        new Command.Fail(
            List.of(
                new Remains(Rulebook.DB, Remains.State.HELD, "version-2", "prod/db holds it."))));
  }

  @Test
  void whatFailedWaitsForNobodyWhoHasLeftOrHasNoPartInIt() {
    story.people(
        People.person("ann"), People.person("bob"), People.person("cem"), People.person("eve"));
    story.submit("ann", Rulebook.DB);
    story.approve("bob");
    story.approve("cem");
    fails("ann");
    story.people(People.gone(People.person("ann")), People.person("bob"), People.person("eve"));
    assertThat(wants()).containsExactly(Map.entry("bob", Want.FINISH));
  }

  @Test
  void anApprovalThatHelpsIsNotAskedForWhereSomethingElseIsMissing() {
    story.submit("ann", Rulebook.DB);
    story.approve("bob");
    story.approve("cem");
    story.rules(Rulebook.rules(List.of(TWO), List.of(binding("dan", Role.DEVELOPER, "dan"))));
    assertThat(story.codes()).containsExactly("author-not-entitled");
    assertThat(story.clearing().of(story.reasons()).getFirst().clearedBy())
        .isEqualTo(People.ids("dan"));
    assertThat(wants()).isEmpty();
  }

  private void conflicts(String who) {
    story.merge(who);
    story.take(new Command.GiveUp(Reason.of("keys-changed", "changed"), true));
  }

  @Test
  void aDeadRevisionDoesNotWaitForWhoCouldTakeItOver() {
    machineSubmits(
        binding("bob", Role.DEVELOPER, "bob"),
        binding("cem", Role.DEVELOPER, "cem"),
        binding("dan", Role.DEVELOPER, "dan"));
    story.approve("bob");
    conflicts("bob");
    assertThat(wants()).containsExactly(Map.entry("dan", Want.REVISE));
    assertThat(Expected.of(story.state(), story.revision())).isEqualTo(People.ids("dan"));
  }

  @Test
  void onceAPersonHasTakenItOverItWaitsForThemAndNotForTheOwnersOfTheMachine() {
    machineSubmits(binding("cem", Role.DEVELOPER, "cem"), binding("dan", Role.DEVELOPER, "dan"));
    story.revise("cem", Rulebook.DB);
    assertThat(story.revision().owners()).isEqualTo(People.ids("dan"));
    story.approve("bob");
    conflicts("bob");
    assertThat(wants()).containsExactly(Map.entry("cem", Want.REVISE));
    assertThat(Expected.of(story.state(), story.revision())).isEqualTo(People.ids("cem"));
  }
}
