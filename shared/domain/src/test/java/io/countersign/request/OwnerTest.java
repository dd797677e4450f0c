package io.countersign.request;

import static io.countersign.sample.People.machine;
import static io.countersign.sample.Rulebook.policy;
import static io.countersign.sample.Rulebook.requirement;
import static io.countersign.sample.Story.accepted;
import static io.countersign.sample.Story.refusal;
import static io.countersign.sample.Story.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.directory.Binding;
import io.countersign.directory.BindingId;
import io.countersign.directory.Holder;
import io.countersign.directory.Machine;
import io.countersign.directory.MachineId;
import io.countersign.directory.Person;
import io.countersign.directory.PersonId;
import io.countersign.directory.Role;
import io.countersign.policy.Bypass;
import io.countersign.policy.Policy;
import io.countersign.policy.Rules;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import io.countersign.sample.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rule 2: whoever owns a machine does not agree to what it wrote. */
class OwnerTest {
  private static final String CI = "machine:ci";
  private static final Person[] PEOPLE =
      Stream.of("ann", "bob", "cem", "dan", "eve").map(People::person).toArray(Person[]::new);
  private static final Policy ONE = policy("one", requirement(1, "bob", "cem"));

  private static Rules rules(Policy policy) {
    Holder holder = new Holder.OneMachine(new MachineId("ci"));
    return Rulebook.rules(
        List.of(policy),
        List.of(new Binding(new BindingId("ci"), Role.DEVELOPER, holder, null, null, 1)));
  }

  /** Cem, who has no role, owns the machine. */
  private static Story submitted(Policy policy) {
    Story story = new Story(rules(policy), People.directory("bob", "cem"));
    story.machines(machine("ci", "cem"));
    story.submit(CI, Rulebook.DB);
    return story;
  }

  private static Machine ceased(Machine machine, String person, Instant at) {
    SortedMap<PersonId, Instant> ceased = new TreeMap<>(machine.ceased());
    ceased.put(People.id(person), at);
    return new Machine(
        machine.id(), machine.name(), true, machine.subject(), machine.owners(), ceased, 2);
  }

  @Test
  void anOwnerMayNotVote() {
    Story story = submitted(ONE);
    assertThat(refused(story.approve("cem"))).isEqualTo("own-machine");
    assertThat(refused(story.reject("cem"))).isEqualTo("own-machine");
    assertThat(accepted(story.approve("bob"))).containsExactly("Voted", "Agreed");
    assertThat(accepted(story.merge(CI))).containsExactly("MergeStarted");
  }

  @Test
  void whoOwnedItWhenItWroteMayNotVoteAfterwards() {
    Story story = submitted(ONE);
    story.machines(machine("ci", "bob"));
    assertThat(refused(story.approve("cem"))).isEqualTo("own-machine");
  }

  @Test
  void whoOwnsItSinceMayNotVote() {
    Story story = submitted(ONE);
    story.machines(machine("ci", "bob", "cem"));
    assertThat(refused(story.approve("bob"))).isEqualTo("own-machine");
    assertThat(refused(story.reject("bob"))).isEqualTo("own-machine");
  }

  @Test
  void theApprovalOfWhoOwnsItSinceDoesNotCount() {
    Story story = submitted(ONE);
    story.approve("bob");
    assertThat(story.codes()).isEmpty();
    story.machines(machine("ci", "bob", "cem"));
    assertThat(story.codes()).containsExactly("approvals-missing");
    assertThat(refused(story.merge(CI))).isEqualTo("not-agreed");
    assertThat(assessed(story).uncounted())
        .containsEntry(
            People.id("bob"), "has owned the machine that wrote the request since it did");
  }

  @Test
  void theApprovalOfWhoOwnedItForAWhileSinceDoesNotCount() {
    Story story = submitted(ONE);
    story.approve("bob");
    story.machines(ceased(machine("ci", "cem"), "bob", Proposals.NOON));
    assertThat(story.codes()).containsExactly("approvals-missing");
  }

  @Test
  void whoCeasedToOwnItBeforeCounts() {
    Story story = new Story(rules(ONE), People.directory("bob", "cem"));
    story.machines(ceased(machine("ci", "cem"), "bob", Proposals.NOON.minusMillis(1)));
    story.submit(CI, Rulebook.DB);
    assertThat(accepted(story.approve("bob"))).containsExactly("Voted", "Agreed");
    assertThat(story.codes()).isEmpty();
  }

  @Test
  void anotherMachinesOwnerCounts() {
    Story story = submitted(ONE);
    story.machines(machine("cd", "bob"));
    story.approve("bob");
    assertThat(story.codes()).isEmpty();
  }

  @Test
  void wherePeopleMayApproveTheirOwnRequestsOwnersMayToo() {
    Story story = submitted(Rulebook.selfApproval(ONE));
    assertThat(accepted(story.approve("cem"))).containsExactly("Voted", "Agreed");
    assertThat(story.codes()).isEmpty();
  }

  @Test
  void whoOwnedAMachineThatWroteAnEarlierRevisionStaysBarred() {
    Story story = submitted(policy("one", requirement(1, "bob", "cem", "dan")));
    Machine given = machine("ci", "bob");
    story.later(Duration.ofHours(2));
    story.rules(
        Rulebook.rules(List.of(policy("one", requirement(1, "bob", "cem", "dan", "eve"))), "ann"));
    story.people(PEOPLE);
    story.machines(ceased(given, "dan", Proposals.NOON.plusSeconds(1)));
    story.revise("ann", Rulebook.DB);
    story.machines(machine("ci"));
    for (String owner : List.of("bob", "cem", "dan")) {
      assertThat(refused(story.approve(owner))).as(owner).isEqualTo("own-machine");
    }
    assertThat(accepted(story.approve("eve"))).containsExactly("Voted", "Agreed");
  }

  @Test
  void whoAnswersForItDoesNotAcknowledgeItsBypass() {
    Policy open = Rulebook.bypass(new Bypass.Anyone(), Rulebook.selfApproval(ONE));
    Story story = submitted(open);
    story.rules(Rulebook.rules(List.of(open), "ann"));
    story.people(PEOPLE);
    story.machines(machine("ci", "cem"));
    story.revise("ann", Rulebook.DB);
    story.bypass("ann", "The provider has leaked it.");
    story.take(new Command.Finish(List.of()));
    assertThat(refusal(story.acknowledge("cem")).reasons())
        .singleElement()
        .satisfies(reason -> assertThat(reason.code()).isEqualTo("own-machine"))
        .satisfies(reason -> assertThat(reason.clearedBy()).isEqualTo(People.ids("bob")));
    assertThat(accepted(story.acknowledge("bob"))).containsExactly("Acknowledged");
  }

  @Test
  void aRequestThatOnlyOwnersCouldApproveIsRefused() {
    Story story = new Story(rules(ONE), People.directory("bob", "cem"));
    story.machines(machine("ci", "bob", "cem"));
    assertThat(refused(story.submit(CI, Rulebook.DB))).isEqualTo("nobody-could-approve");
  }

  @Test
  void anOwnerIsNotNamedAmongThoseWhoCouldApprove() {
    assertThat(submitted(ONE).reasons())
        .singleElement()
        .satisfies(reason -> assertThat(reason.clearedBy()).isEqualTo(People.ids("bob")));
  }

  @Test
  void whoOwnsItSinceIsNotShownWhatItProposesAsAnApprover() {
    Story story = submitted(Rulebook.with(ONE, ONE.terms().revealing()));
    assertThat(accepted(story.reveal("bob", "PASSWORD"))).containsExactly("Revealed");
    story.machines(machine("ci", "bob", "cem"));
    assertThat(refused(story.reveal("bob", "PASSWORD"))).isEqualTo("permission-missing");
    story.machines(ceased(machine("ci", "cem"), "bob", Proposals.NOON));
    assertThat(refused(story.reveal("bob", "PASSWORD"))).isEqualTo("permission-missing");
  }

  @Test
  void anOwnerMayReadWhatTheMachineWrote() {
    Story story = submitted(policy("one", requirement(1, "bob")));
    assertThat(accepted(story.comment("cem"))).containsExactly("Commented");
    assertThat(refused(story.comment("dan"))).isEqualTo("not-found");
  }

  @Test
  void aMachineThatIsDeactivatedOrHasLostItsRoleHoldsUpTheMerge() {
    Story story = submitted(ONE);
    story.approve("bob");
    Machine ci = machine("ci", "cem");
    story.machines(new Machine(ci.id(), "ci", false, ci.subject(), ci.owners(), ci.ceased(), 2));
    assertThat(story.codes()).containsExactly("author-not-entitled");
    story.machines(ci);
    assertThat(story.codes()).isEmpty();
    story.rules(Rulebook.rules(List.of(ONE), List.of()));
    assertThat(story.codes()).containsExactly("author-not-entitled");
  }

  private static Assessment assessed(Story story) {
    return Agreement.of(
        story.state(), story.revision(), List.of(), Agreement.Now.of(story.directory()));
  }
}
