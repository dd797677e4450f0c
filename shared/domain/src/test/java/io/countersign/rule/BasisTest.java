package io.countersign.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.directory.Binding;
import io.countersign.directory.GroupId;
import io.countersign.directory.Permission;
import io.countersign.directory.Person;
import io.countersign.directory.Role;
import io.countersign.policy.Policy;
import io.countersign.policy.Rules;
import io.countersign.project.Governance;
import io.countersign.project.Project;
import io.countersign.project.ProjectId;
import io.countersign.sample.Charter;
import io.countersign.sample.People;
import io.countersign.sample.Rulebook;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What changes of rules are written against, and what they make of it. */
class BasisTest {
  private static final Basis BASIS = Charter.basis();
  private static final Policy OF_ALL =
      Charter.asking("of-all", Rulebook.requirement(1, "ada", "amy"));

  private static Basis organisation() {
    return new Basis(BASIS.rules().ofOrganisation(), BASIS.directory());
  }

  @Test
  void whatIsThereIsFoundByItsSortAndId() {
    for (Edit edit : Charter.changes()) {
      assertThat(BASIS.present(edit)).as("%s", edit).isEqualTo(edit.before()).isNotNull();
      assertThat(BASIS.holds(edit)).isTrue();
    }
    for (Edit edit : Charter.removals()) {
      assertThat(BASIS.present(edit)).isEqualTo(edit.before()).isNotNull();
    }
  }

  @Test
  void whatIsNewIsNotThere() {
    for (Edit edit : Charter.additions()) {
      assertThat(BASIS.present(edit)).as("%s", edit).isNull();
      assertThat(BASIS.holds(edit)).isTrue();
    }
  }

  @Test
  void whatWasWrittenAgainstSomethingElseDoesNotHold() {
    for (Edit edit : Charter.changes()) {
      assertThat(BASIS.with(edit).holds(edit)).as("%s", edit).isFalse();
    }
    for (Edit edit : Charter.removals()) {
      assertThat(BASIS.with(edit).holds(edit)).isFalse();
    }
    for (Edit edit : Charter.additions()) {
      assertThat(BASIS.with(edit).holds(edit))
          .as("%s", edit)
          .isEqualTo(edit instanceof Edit.OfProject);
    }
  }

  @Test
  void whatIsAppliedIsThereAndAllElseIsAsItWas() {
    for (Edit edit : Charter.changes()) {
      Basis after = BASIS.with(edit);
      assertThat(after.present(edit)).as("%s", edit).isEqualTo(edit.after());
      for (Edit other : Charter.changes()) {
        if (!other.equals(edit) && !follows(other, edit)) {
          assertThat(after.holds(other)).as("%s, after %s", other, edit).isTrue();
        }
      }
      assertThat(after.rules().grants()).isEqualTo(BASIS.rules().grants());
    }
    for (Edit edit : Charter.additions()) {
      Basis after = BASIS.with(edit);
      assertThat(Charter.changes())
          .allMatch(other -> after.holds(other) || follows(other, edit), "holds after " + edit);
    }
  }

  /** Whoever joins a group is another person for it. */
  private static boolean follows(Edit other, Edit group) {
    return group instanceof Edit.OfGroup && other instanceof Edit.OfPerson;
  }

  @Test
  void severalAreAppliedInTheirOrder() {
    Binding viewer = Charter.giving(Charter.DAN, Role.VIEWER, 2);
    Basis after =
        BASIS.with(List.of(Charter.binding(Charter.DAN, viewer), Charter.binding(viewer, null)));
    assertThat(after.rules().access().bindings())
        .containsExactly(Charter.PAT, Charter.PIA, Charter.OPERATORS);
    assertThat(BASIS.with(List.of())).isEqualTo(BASIS);
  }

  @Test
  void aRoleThatChangesIsAnotherForWhoeverHasIt() {
    Role less = Charter.role(2, Permission.REQUESTS_READ);
    Basis after = BASIS.with(new Edit.OfRole(Rulebook.PAYMENTS, Charter.RELEASER, less));
    assertThat(after.rules().roles()).containsExactly(less);
    assertThat(after.rules().access().bindings())
        .containsExactly(
            Charter.PAT,
            Charter.PIA,
            Charter.DAN,
            Charter.giving(Charter.OPERATORS, less, Charter.OPERATORS.version()));
    assertThat(after.rules().access().organisation()).containsExactly(Charter.ADA, Charter.AMY);
  }

  @Test
  void theOrganisationsBindingsAreThoseOfAllProjects() {
    Binding bob = Rulebook.binding("bob", Role.ADMIN, "bob");
    Basis after = BASIS.with(Charter.everywhere(null, bob));
    assertThat(after.rules().access().organisation())
        .containsExactly(Charter.ADA, Charter.AMY, bob);
    assertThat(after.rules().access().bindings()).isEqualTo(BASIS.rules().access().bindings());
    assertThat(after.rules().access().grants()).isEqualTo(BASIS.rules().access().grants());
    assertThat(after.present(Charter.everywhere(bob, null))).isEqualTo(bob);
    assertThat(after.present(Charter.binding(bob, null))).isNull();
    assertThat(
            organisation()
                .with(Charter.everywhere(Charter.ADA, null))
                .rules()
                .access()
                .organisation())
        .containsExactly(Charter.AMY);
  }

  @Test
  void grantsThatHoldStayWhenRolesChange() {
    Basis basis =
        new Basis(BASIS.rules().at(BASIS.rules().grants().getFirst().begins()), BASIS.directory());
    assertThat(basis.rules().access().grants()).hasSize(1);
    for (Edit edit :
        List.of(
            Charter.binding(Charter.DAN, null),
            Charter.everywhere(Charter.AMY, null),
            new Edit.OfRole(
                Rulebook.PAYMENTS,
                Charter.RELEASER,
                Charter.role(2, Permission.SECRETS_PROPOSE)))) {
      assertThat(basis.with(edit).rules().access().grants()).hasSize(1);
    }
  }

  @Test
  void theOrganisationsPoliciesAreInItsOversight() {
    Edit written = new Edit.OfPolicy(ProjectId.ORGANISATION, null, OF_ALL);
    assertThat(BASIS.present(written)).isNull();
    Rules after = BASIS.with(written).rules();
    assertThat(after.oversight().policies()).containsExactly(OF_ALL);
    assertThat(after.policies()).containsExactly(Charter.SECRETS);
    assertThat(new Basis(after, BASIS.directory()).present(written)).isEqualTo(OF_ALL);
    assertThat(after.oversight().setup()).isEqualTo(Charter.OVER);
    Rules own = organisation().with(written).rules();
    assertThat(own.policies()).containsExactly(OF_ALL);
    assertThat(own.oversight().policies()).containsExactly(OF_ALL);
  }

  @Test
  void theOrganisationsSettingsAreInItsOversight() {
    Project open = Charter.organisation(Governance.OPT_OUT);
    Edit written = new Edit.OfProject(null, open);
    for (Basis basis : List.of(BASIS, organisation())) {
      assertThat(basis.present(written)).isNull();
      Basis after = basis.with(written);
      assertThat(after.rules().oversight().organisation()).isEqualTo(open);
      assertThat(after.present(written)).isEqualTo(open);
      assertThat(after.holds(new Edit.OfProject(open, open))).isTrue();
    }
    assertThat(BASIS.with(written).rules().project()).isEqualTo(Charter.PROJECT);
    assertThat(organisation().with(written).rules().project()).isEqualTo(open);
  }

  @Test
  void whoIsInAGroupIsReadFromThePeople() {
    assertThat(BASIS.members(Charter.OPS.id())).isEqualTo(Charter.operators(1, "dan"));
    assertThat(BASIS.members(new GroupId("none"))).isNull();
  }

  @Test
  void whoJoinsOrLeavesAGroupIsWrittenOnceMore() {
    Edit.OfGroup.Members next = Charter.operators(2, "bob", "pat");
    List<Person> moved = BASIS.moved(next);
    assertThat(moved)
        .containsExactly(
            People.person("bob").in(People.groups("ops")),
            People.person("dan", "ops").in(People.groups()),
            People.person("pat").in(People.groups("ops")));
    Basis after = BASIS.with(new Edit.OfGroup(Charter.operators(1, "dan"), next));
    assertThat(after.directory().people().values()).containsAll(moved);
    assertThat(after.directory().activeMembers(Charter.OPS.id()))
        .isEqualTo(People.ids("bob", "pat"));
    assertThat(after.members(Charter.OPS.id())).isEqualTo(next);
    assertThat(after.directory().machines()).isEqualTo(BASIS.directory().machines());
    assertThat(after.moved(next)).isEmpty();
  }

  @Test
  void aPersonsOtherGroupsStay() {
    Basis basis = Charter.with(BASIS, People.person("bob", "leads"));
    assertThat(basis.moved(Charter.operators(2, "bob", "dan")))
        .containsExactly(
            Objects.requireNonNull(basis.directory().person(People.id("bob")))
                .in(People.groups("leads", "ops")));
  }

  @Test
  void aProjectThatIsToBeHasNoSayInTheRulesOfAnother() {
    Edit billing = Charter.additions().get(3);
    assertThat(BASIS.with(billing)).isEqualTo(BASIS);
    assertThat(organisation().with(billing)).isEqualTo(organisation());
  }
}
