package io.countersign.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.countersign.directory.Binding;
import io.countersign.directory.BindingId;
import io.countersign.directory.Group;
import io.countersign.directory.GroupId;
import io.countersign.directory.Holder;
import io.countersign.directory.Machine;
import io.countersign.directory.MachineId;
import io.countersign.directory.Person;
import io.countersign.directory.Role;
import io.countersign.project.Governance;
import io.countersign.project.Project;
import io.countersign.project.ProjectId;
import io.countersign.sample.Charter;
import io.countersign.sample.People;
import io.countersign.sample.Rulebook;
import io.countersign.sample.Variants;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a change of rules is about, and whose it is. */
class EditTest {
  private static final Person BOB = People.person("bob");
  private static final Machine CI = People.machine("ci", "dan");

  private static List<String> words(List<Edit> edits) {
    return edits.stream().map(each -> each.thing().words()).toList();
  }

  private static List<Thing.Sort> sorts(List<Edit> edits) {
    return edits.stream().map(each -> each.thing().sort()).toList();
  }

  private static Machine inactive(Machine machine) {
    return new Machine(
        machine.id(),
        machine.name(),
        false,
        machine.subject(),
        machine.owners(),
        machine.ceased(),
        machine.version() + 1);
  }

  private static Person inactive(Person person) {
    return People.gone(person.in(person.groups()));
  }

  @Test
  void itIsSaidInWordsWhatIsAdded() {
    assertThat(words(Charter.additions()))
        .containsExactly(
            "Add person eve",
            "Add machine cd",
            "Add group Leads",
            "Add project Billing",
            "Add environment staging",
            "Add role of bob as viewer",
            "Add role auditor",
            "Add destination second",
            "Add channel second",
            "Add policy governors");
  }

  @Test
  void itIsSaidInWordsWhatIsChangedOrRemoved() {
    assertThat(words(Charter.changes()))
        .containsExactly(
            "Change person bob",
            "Change machine ci",
            "Change group Operators",
            "Change project Billing",
            "Change environment prod",
            "Change role of dan as viewer",
            "Change role releaser",
            "Change destination ssm",
            "Change channel team",
            "Change policy two-of-us");
    assertThat(words(Charter.removals()))
        .containsExactly("Remove role of dan as developer", "Remove policy two-of-us");
  }

  @Test
  void everySortOfThingCanBeAddedAndChanged() {
    assertThat(sorts(Charter.additions())).containsExactly(Thing.Sort.values());
    assertThat(sorts(Charter.changes())).containsExactly(Thing.Sort.values());
  }

  @Test
  void whatHoldsInAllProjectsSaysSo() {
    assertThat(Charter.everywhere(null, Charter.ADA).thing().words())
        .isEqualTo("Add role of ada as admin in all projects");
    assertThat(settings(null, Charter.organisation(Governance.POLICY)).thing().words())
        .isEqualTo("Add project Organisation");
  }

  @Test
  void aRoleIsNamedByWhoeverHasIt() {
    assertThat(held(new Holder.OneMachine(new MachineId("ci"))))
        .isEqualTo("role of machine:ci as viewer");
    assertThat(held(new Holder.OneGroup(new GroupId("ops"))))
        .isEqualTo("role of group ops as viewer");
  }

  private static String held(Holder holder) {
    return Charter.binding(
            null, new Binding(new BindingId("some"), Role.VIEWER, holder, null, null, 1))
        .thing()
        .called();
  }

  @Test
  void aThingHasOneKeyWhateverBecomesOfIt() {
    assertThat(new Edit.OfPerson(null, BOB).thing().key()).isEqualTo("PERSON  bob");
    assertThat(Charter.binding(null, Charter.DAN).thing().key()).isEqualTo("BINDING payments dan");
    assertThat(Charter.binding(Charter.DAN, null).thing().key())
        .isEqualTo(Charter.binding(null, Charter.DAN).thing().key());
    assertThat(
            Stream.of(Charter.additions(), Charter.changes())
                .flatMap(List::stream)
                .map(each -> each.thing().key()))
        .doesNotHaveDuplicates();
    assertThat(Charter.binding(null, Charter.ADA).thing().key())
        .isNotEqualTo(Charter.everywhere(null, Charter.ADA).thing().key());
    assertThat(new Edit.OfPerson(null, BOB).thing().key())
        .isNotEqualTo(new Edit.OfMachine(null, People.machine("bob")).thing().key());
  }

  @Test
  void theDirectoryIsTheOrganisations() {
    for (List<Edit> edits : List.of(Charter.additions(), Charter.changes())) {
      for (Edit edit : edits.subList(0, 3)) {
        assertThat(edit.project()).isNull();
        assertThat(whose(edit)).isEqualTo("organisation");
      }
    }
  }

  @Test
  void theRulesOfAProjectAreItsOwnButForWhatIsNewToAll() {
    assertThat(Charter.changes().subList(3, 10))
        .allSatisfy(each -> assertThat(whose(each)).isEqualTo("project"));
    assertThat(Charter.additions().subList(3, 10).stream().map(EditTest::whose))
        .containsExactly(
            "organisation",
            "organisation and project",
            "project",
            "project",
            "project",
            "project",
            "project");
    assertThat(Charter.removals()).allSatisfy(each -> assertThat(whose(each)).isEqualTo("project"));
  }

  @Test
  void whatIsOfAllProjectsIsTheOrganisationsAlone() {
    Project settings = Charter.organisation(Governance.POLICY);
    assertThat(whose(settings(null, settings))).isEqualTo("organisation");
    assertThat(whose(settings(settings, settings))).isEqualTo("organisation");
    assertThat(whose(Charter.everywhere(Charter.ADA, null))).isEqualTo("organisation");
    assertThat(
            whose(
                new Edit.OfPolicy(
                    ProjectId.ORGANISATION,
                    null,
                    Charter.asking("all", Rulebook.requirement(1, "ada")))))
        .isEqualTo("organisation");
  }

  private static Edit settings(@Nullable Project before, Project after) {
    return new Edit.OfProject(before, after);
  }

  private static String whose(Edit edit) {
    return Stream.of(
            edit.ofOrganisation() ? "organisation" : null, edit.ofProject() ? "project" : null)
        .filter(each -> each != null)
        .reduce((one, other) -> one + " and " + other)
        .orElse("nobody's");
  }

  @Test
  void whoeverIsOnlyDeactivatedLosesSomething() {
    assertThat(new Edit.OfPerson(BOB, inactive(BOB)).deactivates()).isTrue();
    assertThat(new Edit.OfMachine(CI, inactive(CI)).deactivates()).isTrue();
    assertThat(new Edit.OfPerson(null, inactive(BOB)).deactivates()).isFalse();
    assertThat(new Edit.OfMachine(null, inactive(CI)).deactivates()).isFalse();
    assertThat(new Edit.OfPerson(BOB, BOB.in(BOB.groups())).deactivates()).isFalse();
    assertThat(new Edit.OfMachine(CI, Charter.owned(CI, "dan")).deactivates()).isFalse();
  }

  @Test
  void whoeverIsChangedInAnythingElseIsNotOnlyDeactivated() {
    Person gone = inactive(People.person("bob", "ops"));
    Person person = People.person("bob", "ops");
    assertThat(new Edit.OfPerson(person, gone).deactivates()).isTrue();
    for (Variants.Variant<Person> other : Variants.of(gone)) {
      if (!other.place().getFirst().equals("Person.version")) {
        assertThat(new Edit.OfPerson(person, other.value()).deactivates())
            .as("%s", other)
            .isFalse();
      }
    }
    for (Variants.Variant<Machine> other : Variants.of(inactive(CI))) {
      if (!other.place().getFirst().equals("Machine.version")) {
        assertThat(new Edit.OfMachine(CI, other.value()).deactivates()).as("%s", other).isFalse();
      }
    }
  }

  @Test
  void nothingElseIsADeactivation() {
    for (List<Edit> edits : List.of(Charter.additions(), Charter.changes(), Charter.removals())) {
      assertThat(edits).noneMatch(Edit::deactivates);
    }
  }

  @Test
  void aChangeIsOfSomething() {
    assertThatIllegalArgumentException().isThrownBy(() -> Charter.binding(null, null));
    assertThatIllegalArgumentException().isThrownBy(() -> Charter.policy(null, null));
  }

  @Test
  void aGroupIsNamedAsItIsToBe() {
    Edit renamed =
        new Edit.OfGroup(
            Charter.operators(1),
            new Edit.OfGroup.Members(new Group(Charter.OPS.id(), "On call", 2), People.ids()));
    assertThat(renamed.thing())
        .isEqualTo(new Thing(Thing.Sort.GROUP, null, "ops", "On call", Thing.Deed.CHANGE));
  }
}
