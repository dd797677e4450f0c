package io.countersign.revision;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.directory.Machine;
import io.countersign.directory.Person;
import io.countersign.directory.Role;
import io.countersign.directory.Subject;
import io.countersign.policy.Bypass;
import io.countersign.policy.Policy;
import io.countersign.policy.Rules;
import io.countersign.policy.Terms;
import io.countersign.project.Project;
import io.countersign.project.ProjectId;
import io.countersign.rule.Basis;
import io.countersign.rule.Edit;
import io.countersign.sample.Charter;
import io.countersign.sample.People;
import io.countersign.sample.Rulebook;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What has to be as it was for a change of rules that is agreed to. */
class SurroundingsTest {
  private static final Basis BASIS = Charter.basis();
  private static final Policy TWIN = Rulebook.policy("twin", Rulebook.requirement(2, "amy", "pat"));
  private static final Edit TWINNED = Charter.policy(null, TWIN);
  private static final Edit END = Charter.policy(Charter.SECRETS, null);
  private static final Edit JOINS =
      new Edit.OfGroup(Charter.operators(1, "dan"), Charter.operators(2, "bob", "dan"));

  private static boolean same(Edit edit, Basis then, Basis now) {
    return Objects.equals(
        Surroundings.in(List.of(edit), then.rules(), then.directory()),
        Surroundings.in(List.of(edit), now.rules(), now.directory()));
  }

  private static boolean holdsAfter(Edit edit, Edit... meanwhile) {
    return same(edit, BASIS, BASIS.with(List.of(meanwhile)));
  }

  private static Edit signsIn(String name, String subject) {
    Person person = Objects.requireNonNull(BASIS.directory().person(People.id(name)));
    return new Edit.OfPerson(
        person,
        new Person(
            person.id(),
            person.name(),
            person.email(),
            person.active(),
            new Subject("https://issuer.example.com", subject),
            person.groups(),
            person.version() + 1));
  }

  @Test
  void theEndOfAPolicyRestsOnThoseThatCountInItsPlaces() {
    Basis twins = BASIS.with(TWINNED);
    assertThat(same(END, twins, twins.with(Charter.policy(TWIN, null)))).isFalse();
    assertThat(same(END, twins, twins)).isTrue();
    assertThat(holdsAfter(END, TWINNED)).isFalse();
  }

  @Test
  void aPolicyRestsOnWhoIsInTheGroupsThatCountBesideIt() {
    assertThat(holdsAfter(TWINNED, JOINS)).isFalse();
  }

  @Test
  void whoIsInAGroupRestsOnThePoliciesThatNameIt() {
    assertThat(
            holdsAfter(
                JOINS,
                Charter.policy(
                    Charter.SECRETS,
                    Rulebook.edited(Charter.SECRETS, Rulebook.requirement(1, "amy")))))
        .isFalse();
  }

  @Test
  void whoGainsSomethingStaysWhoTheyAre() {
    Edit given = Charter.binding(null, Rulebook.binding("bob", Role.ADMIN, "bob"));
    assertThat(holdsAfter(given, signsIn("bob", "another"))).isFalse();
    assertThat(holdsAfter(given, signsIn("dan", "another"))).isTrue();
    assertThat(holdsAfter(JOINS, signsIn("bob", "another"))).isFalse();
  }

  @Test
  void whoMayBypassStaysWhoTheyAreToo() {
    Terms terms = Charter.SECRETS.terms();
    Policy passing =
        Rulebook.with(
            Charter.SECRETS,
            new Terms(
                terms.selfApproval(),
                terms.declineAfter(),
                terms.pendingFor(),
                terms.mergeWithin(),
                terms.autoMerge(),
                new Bypass.Chosen(People.ids("bob"), People.groups("ops")),
                terms.approversMayReveal()));
    Edit bypassed = Charter.policy(Charter.SECRETS, passing);
    assertThat(holdsAfter(bypassed, signsIn("bob", "another"))).isFalse();
    assertThat(holdsAfter(bypassed, JOINS)).isFalse();
    assertThat(holdsAfter(bypassed, signsIn("ada", "another"))).isTrue();
  }

  @Test
  void whoAnswersForAMachineRestsOnWhatTheyMayDoAndTheOtherWayRound() {
    Machine ci = People.machine("ci", "bob");
    Basis owned = BASIS.with(new Edit.OfMachine(null, ci));
    Edit left = new Edit.OfMachine(ci, Charter.owned(ci, "dan"));
    assertThat(same(left, owned, owned.with(JOINS))).isFalse();
    assertThat(same(JOINS, owned, owned.with(left))).isFalse();
  }

  @Test
  void asWhomSomebodySignsInRestsOnWhatTheyMayDo() {
    Edit renamed = signsIn("bob", "another");
    assertThat(
            holdsAfter(renamed, Charter.binding(null, Rulebook.binding("more", Role.ADMIN, "bob"))))
        .isFalse();
    assertThat(holdsAfter(renamed, JOINS)).isFalse();
  }

  @Test
  void whatHasNothingToDoWithItMayChange() {
    Edit given = Charter.binding(null, Rulebook.binding("bob", Role.VIEWER, "bob"));
    assertThat(holdsAfter(given, END)).isTrue();
    assertThat(holdsAfter(END, given)).isTrue();
  }

  @Test
  void theOrganisationsEditsAreLookedAtInEveryProject() {
    ProjectId other = new ProjectId("other");
    Rules elsewhere =
        BASIS.rules().withProject(new Project(other, "Other", Rulebook.project().governance(), 1));
    List<Rules> places =
        Surroundings.places(List.of(JOINS), BASIS.rules(), () -> List.of(elsewhere));
    assertThat(places).containsExactly(BASIS.rules(), BASIS.rules().ofOrganisation(), elsewhere);
    assertThat(Surroundings.of(List.of(JOINS), places, BASIS.directory()).keySet())
        .contains(Rulebook.PAYMENTS, other);
    assertThat(Surroundings.places(List.of(END), BASIS.rules(), () -> List.of(elsewhere)))
        .containsExactly(BASIS.rules());
    assertThat(Surroundings.in(List.of(END), elsewhere, BASIS.directory())).isNull();
  }
}
