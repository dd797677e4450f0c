package io.countersign.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.directory.Access;
import io.countersign.directory.Binding;
import io.countersign.directory.Machine;
import io.countersign.directory.Permission;
import io.countersign.directory.Person;
import io.countersign.directory.Role;
import io.countersign.directory.Subject;
import io.countersign.explain.Reason;
import io.countersign.project.ProjectId;
import io.countersign.sample.Charter;
import io.countersign.sample.People;
import io.countersign.sample.Rulebook;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whether changes of rules can be applied to what is there now. */
class FitTest {
  private static final Basis BASIS = Charter.basis();

  private static List<Reason> reasons(Basis basis, Edit... edits) {
    return Fit.reasons(List.of(edits), basis, People.id("pat"));
  }

  private static List<String> codes(Basis basis, Edit... edits) {
    return reasons(basis, edits).stream().map(Reason::code).toList();
  }

  private static Person signing(Person person, @Nullable Subject subject) {
    return new Person(
        person.id(),
        person.name(),
        person.email(),
        person.active(),
        subject,
        person.groups(),
        person.version());
  }

  private static Machine signing(Machine machine, @Nullable Subject subject) {
    return new Machine(
        machine.id(),
        machine.name(),
        machine.active(),
        subject,
        machine.owners(),
        machine.ceased(),
        machine.version());
  }

  @Test
  void whatIsAsItWasFits() {
    for (List<Edit> edits : List.of(Charter.changes(), Charter.additions(), Charter.removals())) {
      for (Edit edit : edits) {
        assertThat(reasons(BASIS, edit)).as("%s", edit).isEmpty();
      }
    }
  }

  @Test
  void whatHasChangedSinceDoesNot() {
    for (Edit edit : Charter.changes()) {
      List<Reason> reasons = reasons(BASIS.with(edit), edit);
      assertThat(reasons).as("%s", edit).hasSize(1);
      assertThat(reasons.getFirst().code()).isEqualTo("rules-changed");
      assertThat(reasons.getFirst().clearedBy()).isEqualTo(People.ids("pat"));
    }
    for (Edit edit : Charter.additions()) {
      if (!(edit instanceof Edit.OfProject)) {
        assertThat(codes(BASIS.with(edit), edit)).as("%s", edit).containsExactly("rules-changed");
      }
    }
    assertThat(reasons(BASIS.with(Charter.removals()), Charter.removals().toArray(Edit[]::new)))
        .extracting(Reason::message)
        .containsExactly(
            "Role of dan as developer is not as it was when this was written: revise the request.",
            "Policy two-of-us is not as it was when this was written: revise the request.");
  }

  @Test
  void whereNobodyReadsWhoCouldReviseItNobodyIsNamed() {
    Edit edit = Charter.changes().getLast();
    assertThat(Fit.reasons(List.of(edit), BASIS.with(edit), null))
        .extracting(Reason::clearedBy)
        .containsExactly(People.ids());
  }

  @Test
  void eachIsWrittenAgainstWhatThoseBeforeItMake() {
    Binding viewer = Charter.giving(Charter.DAN, Role.VIEWER, 2);
    Edit first = Charter.binding(Charter.DAN, viewer);
    Edit second = Charter.binding(viewer, null);
    assertThat(codes(BASIS, first, second)).isEmpty();
    assertThat(codes(BASIS, second, first)).containsExactly("rules-changed", "rules-changed");
  }

  @Test
  void aRoleThatAllowsSomethingElseByNowIsNotWhatWasAgreedTo() {
    Edit given = Charter.binding(null, Rulebook.binding("bob", Charter.RELEASER, "bob"));
    assertThat(codes(BASIS, given)).isEmpty();
    Role more = Charter.role(2, Permission.SECRETS_REVEAL, Permission.SECRETS_PROPOSE);
    Basis after = BASIS.with(new Edit.OfRole(Rulebook.PAYMENTS, Charter.RELEASER, more));
    assertThat(reasons(after, given))
        .extracting(Reason::message)
        .containsExactly(
            "Role releaser is not as it was when this was written: revise the request.");
    assertThat(codes(after, Charter.binding(null, Rulebook.binding("bob", more, "bob")))).isEmpty();
    assertThat(codes(BASIS, Charter.binding(Charter.OPERATORS, null))).isEmpty();
    assertThat(
            codes(
                new Basis(BASIS.rules().ofOrganisation(), BASIS.directory()),
                Charter.everywhere(null, Rulebook.binding("bob", Role.VIEWER, "bob"))))
        .isEmpty();
  }

  @Test
  void aSubjectThatIsSomebodysIsNobodyElses() {
    Person eve = signing(People.person("eve"), People.subject("bob"));
    Machine cd = signing(People.machine("cd"), People.subject("machine-ci"));
    List<Reason> reasons = reasons(BASIS, new Edit.OfPerson(null, eve));
    assertThat(reasons)
        .containsExactly(
            new Reason(
                "subject-bound",
                "The sign-in of person eve is somebody else's already: revise the request.",
                People.ids("pat")));
    assertThat(codes(BASIS, new Edit.OfMachine(null, cd))).containsExactly("subject-bound");
    assertThat(codes(BASIS, new Edit.OfMachine(null, signing(cd, People.subject("bob")))))
        .containsExactly("subject-bound");
    assertThat(codes(BASIS, new Edit.OfPerson(null, signing(eve, People.subject("machine-ci")))))
        .containsExactly("subject-bound");
    assertThat(codes(BASIS, new Edit.OfPerson(null, signing(eve, null)))).isEmpty();
    assertThat(codes(BASIS, new Edit.OfMachine(null, signing(cd, null)))).isEmpty();
  }

  @Test
  void whoKeepsTheirSubjectKeepsIt() {
    Person eve = signing(People.person("eve"), People.subject("bob"));
    Basis twice = Charter.with(BASIS, eve);
    assertThat(codes(twice, new Edit.OfPerson(eve, People.at("other@example.com", eve)))).isEmpty();
    Person cem = People.person("cem");
    Basis other = Charter.with(BASIS, cem);
    assertThat(
            codes(
                other,
                new Edit.OfPerson(cem, signing(cem.in(cem.groups()), People.subject("bob")))))
        .containsExactly("subject-bound");
    Machine ci = People.machine("ci", "dan");
    assertThat(
            codes(
                Charter.with(BASIS, signing(cem, ci.subject())),
                new Edit.OfMachine(ci, Charter.owned(ci, "dan", "bob"))))
        .isEmpty();
  }

  @Test
  void twoNewcomersDoNotShareASubject() {
    Person eve = People.person("eve");
    Person second = signing(People.person("cem"), eve.subject());
    assertThat(codes(BASIS, new Edit.OfPerson(null, eve), new Edit.OfPerson(null, second)))
        .containsExactly("subject-bound");
  }

  @Test
  void aPolicyThatNobodyCouldSatisfyIsNotWritten() {
    Edit three =
        Charter.policy(null, Rulebook.policy("three", Rulebook.requirement(3, "amy", "@ops")));
    assertThat(reasons(BASIS, three))
        .containsExactly(
            new Reason(
                "policy-unsatisfiable",
                "Policy \"three\" would ask for more active people than there are.",
                People.ids("pat")));
    Edit more = new Edit.OfGroup(Charter.operators(1, "dan"), Charter.operators(2, "bob", "dan"));
    assertThat(codes(BASIS, three, more)).isEmpty();
    assertThat(
            codes(
                BASIS,
                Charter.policy(
                    null, Rulebook.policy("two", Rulebook.requirement(2, "amy", "@ops")))))
        .isEmpty();
  }

  @Test
  void aPolicyThatIsTakenAwayAsksForNothing() {
    Edit end = Charter.policy(Charter.SECRETS, null);
    Basis gone =
        Charter.with(BASIS, People.gone(People.person("amy")), People.gone(People.person("pat")));
    assertThat(codes(gone, end)).isEmpty();
  }

  @Test
  void somebodyIsLeftWhoLetsOthersIn() {
    Edit ada = Charter.everywhere(Charter.ADA, null);
    Edit amy = Charter.everywhere(Charter.AMY, null);
    assertThat(codes(BASIS, ada)).isEmpty();
    List<Reason> reasons = reasons(BASIS, ada, amy);
    assertThat(reasons)
        .containsExactly(
            new Reason(
                "last-admin",
                "Nobody who can sign in would have directory:write in the whole organisation any"
                    + " more; give it to somebody else first.",
                People.ids("ada", "amy")));
    assertThat(
            codes(
                BASIS,
                ada,
                amy,
                Charter.everywhere(null, Rulebook.binding("bob", Role.ADMIN, "bob"))))
        .isEmpty();
  }

  @Test
  void whoeverCannotSignInLetsNobodyIn() {
    Basis one = Charter.with(BASIS, People.unbound(People.person("amy")));
    assertThat(Fit.admins(one)).isEqualTo(People.ids("ada"));
    assertThat(codes(one, Charter.everywhere(Charter.ADA, null))).containsExactly("last-admin");
    Person ada = People.person("ada");
    assertThat(codes(one, new Edit.OfPerson(ada, People.gone(ada.in(ada.groups())))))
        .containsExactly("last-admin");
  }

  @Test
  void whereThereIsNobodyNobodyIsLost() {
    Basis nobody =
        new Basis(
            BASIS.rules().withAccess(new Access(List.of(Charter.PAT), List.of())),
            BASIS.directory());
    assertThat(codes(nobody, Charter.policy(Charter.SECRETS, null))).isEmpty();
  }

  @Test
  void aPolicyOfTheOrganisationIsJudgedAsAnyOther() {
    assertThat(
            codes(
                BASIS,
                new Edit.OfPolicy(
                    ProjectId.ORGANISATION,
                    null,
                    Charter.asking("all", Rulebook.requirement(2, "ada")))))
        .containsExactly("policy-unsatisfiable");
  }
}
