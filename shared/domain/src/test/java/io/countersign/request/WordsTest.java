package io.countersign.request;

import static io.countersign.sample.Rulebook.binding;
import static io.countersign.sample.Rulebook.policy;
import static io.countersign.sample.Rulebook.requirement;
import static io.countersign.sample.Story.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.directory.Access;
import io.countersign.directory.Binding;
import io.countersign.directory.BindingId;
import io.countersign.directory.Directory;
import io.countersign.directory.Holder;
import io.countersign.directory.MachineId;
import io.countersign.directory.Role;
import io.countersign.explain.Reason;
import io.countersign.explain.Refusal;
import io.countersign.policy.Bypass;
import io.countersign.policy.Policy;
import io.countersign.sample.People;
import io.countersign.sample.Rulebook;
import io.countersign.sample.Story;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rule 12: what is said is true of exactly this request, to the word. */
class WordsTest {
  private static final Policy OWN = Rulebook.selfApproval(policy("one", requirement(2, "@team")));

  private static Story story(Policy policy) {
    Story story = new Story(Rulebook.rules(List.of(policy), "ann", "bob"), Directory.EMPTY);
    story.people(
        People.person("ann", "team"), People.person("bob", "team"), People.person("cem", "team"));
    return story;
  }

  private static String only(List<Reason> reasons) {
    assertThat(reasons).hasSize(1);
    return reasons.getFirst().message();
  }

  @Test
  void whoseVoteCountsNoMoreBecauseTheyLeftIsToldThatAndNothingOfAuthors() {
    Story story = story(OWN);
    story.submit("ann", Rulebook.DB);
    story.approve("ann");
    story.people(People.person("ann"), People.person("bob", "team"), People.person("cem", "team"));
    Assessment assessment =
        Agreement.of(
            story.state(), story.revision(), List.of(), Agreement.Now.of(story.directory()));
    assertThat(assessment.uncounted())
        .containsOnly(Map.entry(People.id("ann"), "is in no policy's set any more"));
  }

  @Test
  void whoCouldNeverApproveIsCountedAsThePolicyCounts() {
    String remedy = " Ask an admin to add approvers to the policy.";
    Story own = story(Rulebook.edited(OWN, requirement(2, "ann")));
    assertThat(only(refusal(own.submit("ann", Rulebook.DB)).reasons()))
        .isEqualTo(
            "Policy \"one\" needs more people than may approve: 1 of them including you." + remedy);
    Story others = story(policy("one", requirement(1, "ann")));
    assertThat(only(refusal(others.submit("ann", Rulebook.DB)).reasons()))
        .isEqualTo(
            "Policy \"one\" needs more people than may approve: 0 of them besides you." + remedy);
    Story taken = story(policy("one", requirement(1, "bob", "cem")));
    taken.submit("ann", Rulebook.DB);
    taken.people(People.person("ann"), People.person("bob"));
    taken.rules(Rulebook.rules(List.of(policy("one", requirement(1, "bob"))), "ann", "bob"));
    assertThat(only(refusal(taken.revise("bob", Rulebook.DB)).reasons()))
        .contains("0 of them besides its authors.");
    Story machines = story(policy("one", requirement(1, "cem")));
    machines.rules(
        Rulebook.rules(
            machines.rules().policies(),
            List.of(
                new Binding(
                    new BindingId("ci"),
                    Role.DEVELOPER,
                    new Holder.OneMachine(new MachineId("ci")),
                    null,
                    null,
                    1))));
    machines.machines(People.machine("ci", "cem"));
    assertThat(only(refusal(machines.submit("machine:ci", Rulebook.DB)).reasons()))
        .contains("0 of them besides you and the owners of a machine that wrote it.");
  }

  @Test
  void approvalsAreCounted() {
    Story story = story(policy("one", requirement(2, "bob", "cem")));
    story.submit("ann", Rulebook.DB);
    assertThat(only(story.reasons())).isEqualTo("Policy \"one\" needs 2 more approvals.");
    story.approve("bob");
    assertThat(only(story.reasons())).isEqualTo("Policy \"one\" needs 1 more approval.");
  }

  @Test
  void aBypassIsRefusedByWhatThePolicySaysOfIt() {
    Policy one = policy("one", requirement(1, "cem"));
    Story never = story(one);
    never.submit("ann", Rulebook.DB);
    assertThat(only(refusal(never.bypass("ann", "It is very urgent.")).reasons()))
        .isEqualTo("Policy \"one\" lets nobody bypass it.");
    Bypass bob = new Bypass.Chosen(People.ids("bob"), new TreeSet<>());
    Story chosen = story(Rulebook.bypass(bob, one));
    chosen.submit("ann", Rulebook.DB);
    assertThat(only(refusal(chosen.bypass("ann", "It is very urgent.")).reasons()))
        .isEqualTo("Policy \"one\" lets only chosen people bypass it, and not its author.");
  }

  @Test
  void anApproverIsToldWhichPolicyKeepsTheValuesFromThem() {
    Story story = story(policy("one", requirement(1, "cem")));
    story.submit("ann", Rulebook.DB);
    assertThat(refusal(story.reveal("cem", "PASSWORD")).reasons().getLast().message())
        .isEqualTo("Policy \"one\" does not let approvers see what is proposed.");
    assertThat(refusal(story.reveal("ann", "PASSWORD")).reasons()).hasSize(1);
  }

  @Test
  void nothingIsReadForARevisionThatIsRefusedAnyway() {
    Story story = story(policy("one", requirement(1, "cem")));
    story.submit("ann", Rulebook.DB);
    assertThat(unrevisable(story, "ann")).isNull();
    assertThat(Objects.requireNonNull(unrevisable(story, "cem")).code())
        .isEqualTo("may-not-revise");
    story.later(Duration.ofDays(14));
    assertThat(Objects.requireNonNull(unrevisable(story, "ann")).code()).isEqualTo("expired");
  }

  private static @Nullable Refusal unrevisable(Story story, String who) {
    Access access = story.rules().access();
    return Requests.unrevisable(
        story.state(), story.actor(who), story.state().digest(), access, story.now());
  }

  @Test
  void whoMayReadRequestsOnAnyOfItsDocumentsReadsIt() {
    Story story = story(policy("one", requirement(1, "cem")));
    story.submit("ann", Rulebook.DB);
    Access access =
        Rulebook.rules(List.of(), List.of(binding("view", Role.VIEWER, "dan"))).access();
    assertThat(Requester.mayRead(story.actor("dan"), story.state(), story.revision(), access))
        .isTrue();
    assertThat(Requester.mayRead(story.actor("eve"), story.state(), story.revision(), access))
        .isFalse();
  }
}
