package io.countersign.request;

import static io.countersign.sample.People.person;
import static io.countersign.sample.Rulebook.binding;
import static io.countersign.sample.Rulebook.policy;
import static io.countersign.sample.Rulebook.requirement;
import static io.countersign.sample.Story.accepted;
import static io.countersign.sample.Story.refused;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.directory.Actor;
import io.countersign.directory.Binding;
import io.countersign.directory.BindingId;
import io.countersign.directory.Permission;
import io.countersign.directory.Role;
import io.countersign.directory.RoleId;
import io.countersign.explain.Refusal;
import io.countersign.name.PathGlob;
import io.countersign.policy.Policy;
import io.countersign.policy.Rules;
import io.countersign.revision.Digest;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import io.countersign.sample.Story;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rule 6: who may merge, and what still has to hold then. */
class MergeRightTest {
  private static final Policy ONE = policy("one", requirement(1, "bob", "cem"));
  private static final Binding AUTHOR = binding("dev", Role.DEVELOPER, "ann");

  private static Rules rules(Binding... more) {
    return Rulebook.rules(List.of(ONE), List.of(more));
  }

  private static Story agreed(Rules rules) {
    Story story = new Story(rules, People.directory("ann", "bob", "cem", "dan"));
    story.submit("ann", Rulebook.DB, Rulebook.document("/other"));
    story.approve("bob");
    return story;
  }

  @Test
  void itsAuthorMayMerge() {
    assertThat(accepted(agreed(rules(AUTHOR)).merge("ann"))).containsExactly("MergeStarted");
  }

  @Test
  void anApproverMayMergeWhetherOrNotTheyVoted() {
    assertThat(accepted(agreed(rules(AUTHOR)).merge("cem"))).containsExactly("MergeStarted");
  }

  @Test
  void whoHasThePermissionEverywhereItTouchesMayMerge() {
    Story story = agreed(rules(AUTHOR, binding("adm", Role.ADMIN, "dan")));
    assertThat(accepted(story.merge("dan"))).containsExactly("MergeStarted");
  }

  @Test
  void whoHasThePermissionOnAPartOfItMayNotMerge() {
    Binding narrow =
        new Binding(
            AUTHOR.id(),
            Role.ADMIN,
            binding("x-", Role.ADMIN, "dan").holder(),
            Rulebook.PROD,
            new PathGlob("/db"),
            1);
    assertThat(refused(agreed(rules(AUTHOR, narrow)).merge("dan"))).isEqualTo("may-not-merge");
  }

  @Test
  void nobodyElseMayMerge() {
    assertThat(refused(agreed(rules(AUTHOR)).merge("dan"))).isEqualTo("may-not-merge");
  }

  @Test
  void whoMergesIsJudgedByTheDirectoryOfTheDecisionAndNotByAnOlderRead() {
    Story story = agreed(rules(AUTHOR));
    Actor before = story.actor("cem");
    story.people(person("ann"), person("bob"), People.gone(person("cem")));
    assertThat(
            refused(
                story.take(
                    new Command.StartMerge(
                        before,
                        story.state().digest(),
                        story.revision(),
                        story.rules(),
                        story.directory(),
                        false))))
        .isEqualTo("may-not-merge");
  }

  @Test
  void whoIsDeactivatedMayNotMerge() {
    Story story = agreed(rules(AUTHOR, binding("adm", Role.ADMIN, "dan")));
    story.people(
        person("ann"), person("bob"), People.gone(person("cem")), People.gone(person("dan")));
    assertThat(refused(story.merge("cem"))).isEqualTo("may-not-merge");
    assertThat(refused(story.merge("dan"))).isEqualTo("may-not-merge");
  }

  @Test
  void anAuthorWhoIsDeactivatedMayNotMerge() {
    Story story = agreed(rules(AUTHOR));
    story.people(People.gone(person("ann")), person("bob"), person("cem"));
    assertThat(refused(story.merge("ann"))).isEqualTo("may-not-merge");
  }

  @Test
  void itsAuthorMustBeActiveStill() {
    Story story = agreed(rules(AUTHOR));
    story.people(People.gone(person("ann")), person("bob"), person("cem"));
    assertThat(story.codes()).containsExactly("author-not-entitled");
    assertThat(refused(story.merge("bob"))).isEqualTo("not-agreed");
  }

  @Test
  void itsAuthorMustBeKnownStill() {
    Story story = agreed(rules(AUTHOR));
    story.people(person("bob"), person("cem"));
    assertThat(refused(story.merge("bob"))).isEqualTo("not-agreed");
  }

  @Test
  void itsAuthorMustBeEntitledStill() {
    Story story = agreed(rules(AUTHOR));
    story.rules(rules(binding("dev", Role.VIEWER, "ann")));
    assertThat(story.codes()).containsExactly("author-not-entitled");
  }

  @Test
  void whatIsNotAgreedIsNotMerged() {
    Story story = new Story(rules(AUTHOR), People.directory("ann", "bob", "cem"));
    story.submit("ann", Rulebook.DB);
    Outcome outcome = story.merge("ann");
    assertThat(refused(outcome)).isEqualTo("not-agreed");
    assertThat(((Outcome.Refused) outcome).refusal().reasons())
        .singleElement()
        .satisfies(
            reason -> {
              assertThat(reason.code()).isEqualTo("approvals-missing");
              assertThat(reason.clearedBy()).isEqualTo(People.ids("bob", "cem"));
            });
  }

  @Test
  void onlyWhoMayProposeThereSubmits() {
    Story story =
        new Story(rules(binding("dev", Role.VIEWER, "ann")), People.directory("ann", "bob"));
    assertThat(refused(story.submit("ann", Rulebook.DB))).isEqualTo("may-not-propose");
  }

  @Test
  void itsAuthorOrWhoMayMergeWithdraws() {
    Rules rules = rules(AUTHOR, binding("adm", Role.ADMIN, "dan"));
    assertThat(accepted(agreed(rules).withdraw("ann"))).containsExactly("Withdrawn");
    assertThat(accepted(agreed(rules).withdraw("dan"))).containsExactly("Withdrawn");
    assertThat(refused(agreed(rules).withdraw("bob"))).isEqualTo("may-not-withdraw");
    Story gone = agreed(rules);
    gone.people(People.gone(person("ann")));
    assertThat(refused(gone.withdraw("ann"))).isEqualTo("may-not-withdraw");
  }

  @Test
  void whoMayTakeItOverReadsIt() {
    Role proposes = new Role(new RoleId("proposes"), Set.of(Permission.SECRETS_PROPOSE), 1);
    Binding all = binding("all", proposes, "dan");
    Binding part =
        new Binding(
            new BindingId("part"),
            proposes,
            binding("x-", proposes, "eve").holder(),
            Rulebook.PROD,
            new PathGlob("/db"),
            1);
    Story story = agreed(rules(AUTHOR, all, part));
    assertThat(accepted(story.comment("dan"))).containsExactly("Commented");
    assertThat(refused(story.comment("eve"))).isEqualTo("not-found");
  }

  @Test
  void whoMayMergeAllOfItReadsIt() {
    Role merges = new Role(new RoleId("merges"), Set.of(Permission.REQUESTS_MERGE), 1);
    Story story = agreed(rules(AUTHOR, binding("all", merges, "dan")));
    assertThat(accepted(story.comment("dan"))).containsExactly("Commented");
  }

  @Test
  void whoCouldHaveBegunTheMergeMayGoOnWithIt() {
    Story story = agreed(rules(AUTHOR));
    story.merge("ann");
    assertThat(unresumable(story, "cem", story.state().digest())).isNull();
    assertThat(requireNonNull(unresumable(story, "dan", story.state().digest())).code())
        .isEqualTo("may-not-merge");
    assertThat(requireNonNull(unresumable(story, "cem", Proposals.digest())).code())
        .isEqualTo("stale-digest");
  }

  private static @Nullable Refusal unresumable(Story story, String who, Digest seen) {
    return Requests.unresumable(
        story.state(), story.actor(who), seen, story.revision(), story.rules().access());
  }

  @Test
  void whoMayNotReadItMayNotKnowOfIt() {
    Story story = agreed(rules(AUTHOR, binding("view", Role.VIEWER, "eve")));
    assertThat(accepted(story.comment("ann"))).containsExactly("Commented");
    assertThat(accepted(story.comment("cem"))).containsExactly("Commented");
    assertThat(accepted(story.comment("eve"))).containsExactly("Commented");
    assertThat(refused(story.comment("dan"))).isEqualTo("not-found");
    story.people(People.gone(person("ann")));
    assertThat(refused(story.comment("ann"))).isEqualTo("not-found");
  }
}
