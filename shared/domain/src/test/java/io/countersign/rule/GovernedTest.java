package io.countersign.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.directory.Access;
import io.countersign.directory.Binding;
import io.countersign.directory.BindingId;
import io.countersign.directory.Directory;
import io.countersign.directory.Holder;
import io.countersign.directory.Permission;
import io.countersign.directory.Person;
import io.countersign.directory.Role;
import io.countersign.directory.Setup;
import io.countersign.policy.Kind;
import io.countersign.policy.Oversight;
import io.countersign.policy.Policy;
import io.countersign.policy.Rules;
import io.countersign.policy.Terms;
import io.countersign.project.Governance;
import io.countersign.project.Project;
import io.countersign.project.ProjectId;
import io.countersign.sample.Charter;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rule 13: who must agree to changes of rules. */
class GovernedTest {
  private static final Directory PEOPLE = Charter.directory();
  private static final Policy GOVERNORS =
      Charter.asking("governors", Rulebook.requirement(1, "pat", "pia"));
  private static final Policy OF_ALL =
      Charter.asking("of-all", Rulebook.requirement(1, "ada", "amy"));
  private static final Edit OF_PROJECT = Charter.policy(Charter.SECRETS, null);
  private static final Edit OF_ORGANISATION = new Edit.OfPerson(null, People.person("eve"));
  private static final Edit OF_BOTH =
      new Edit.OfEnvironment(Rulebook.PAYMENTS, null, Rulebook.environment(Rulebook.STAGING));
  private static final Setup BEGUN = Setup.begun(People.id("ada"), Proposals.NOON);

  private final Rules rules = Charter.rules();

  private static Rules asking(Rules rules, Policy... policies) {
    return rules.withPolicies(List.of(policies));
  }

  private static Rules overseen(
      Rules rules, Governance governance, @Nullable Setup setup, Policy... policies) {
    return rules.withOversight(
        new Oversight(Charter.organisation(governance), List.of(policies), setup));
  }

  private static Rules open(Rules rules) {
    Project project = rules.project();
    return rules.withProject(
        new Project(project.id(), project.name(), Governance.OPT_OUT, project.version()));
  }

  private static List<String> by(Rules rules, Edit... edits) {
    return Governed.by(List.of(edits), rules, PEOPLE).stream()
        .map(each -> each.id().value())
        .toList();
  }

  @Test
  void whereNoPolicyIsWrittenOneOtherAdminAgrees() {
    assertThat(Governed.by(List.of(OF_PROJECT), rules, PEOPLE))
        .containsExactly(
            new Policy(
                Governed.USUAL,
                Kind.GOVERNANCE,
                "One other admin of Payments",
                List.of(),
                List.of(Rulebook.requirement(1, "ada", "amy", "pat", "pia")),
                Terms.STRICT,
                Collections.emptySortedSet(),
                0));
  }

  @Test
  void whereTheOrganisationHasWrittenNoneOneOfItsAdminsAgrees() {
    Policy usual = Governed.by(List.of(OF_ORGANISATION), rules, PEOPLE).getFirst();
    assertThat(usual.id()).isEqualTo(Governed.USUAL_OF_ALL);
    assertThat(usual.name()).isEqualTo("One other admin of the organisation");
    assertThat(usual.requirements()).containsExactly(Rulebook.requirement(1, "ada", "amy"));
    assertThat(Governed.usual(usual)).isTrue();
    assertThat(Governed.usual(GOVERNORS)).isFalse();
  }

  @Test
  void whatIsWrittenTakesThePlaceOfWhatIsUsual() {
    assertThat(by(asking(rules, Charter.SECRETS, GOVERNORS), OF_PROJECT))
        .containsExactly("governors");
    assertThat(by(overseen(rules, Governance.POLICY, Charter.OVER, OF_ALL), OF_ORGANISATION))
        .containsExactly("of-all");
  }

  @Test
  void changesAreOfWhoeverHasASayInOneOfThem() {
    Rules both = overseen(asking(rules, GOVERNORS), Governance.POLICY, Charter.OVER, OF_ALL);
    assertThat(by(both, OF_PROJECT)).containsExactly("governors");
    assertThat(by(both, OF_ORGANISATION)).containsExactly("of-all");
    assertThat(by(both, OF_BOTH)).containsExactly("of-all", "governors");
    assertThat(by(both, OF_PROJECT, OF_ORGANISATION)).containsExactly("of-all", "governors");
    assertThat(by(rules, OF_PROJECT, OF_ORGANISATION))
        .containsExactly("one-other-admin-of-all", "one-other-admin");
  }

  @Test
  void aProjectThatHasOptedOutAsksNobody() {
    Rules out = open(asking(rules, GOVERNORS));
    assertThat(by(out, OF_PROJECT)).isEmpty();
    assertThat(by(out, OF_BOTH)).containsExactly("one-other-admin-of-all");
  }

  @Test
  void anOrganisationThatHasOptedOutAsksNobodyItself() {
    Rules out = overseen(rules, Governance.OPT_OUT, Charter.OVER, OF_ALL);
    assertThat(by(out, OF_ORGANISATION)).isEmpty();
    assertThat(by(out, OF_BOTH)).containsExactly("one-other-admin");
  }

  @Test
  void whileThereIsOneAdminTheyNeedToAskNobody() {
    Rules alone =
        overseen(rules, Governance.POLICY, BEGUN)
            .withAccess(new Access(List.of(), List.of(Charter.ADA)));
    assertThat(by(alone, OF_PROJECT, OF_ORGANISATION)).isEmpty();
    Rules none = overseen(rules, Governance.POLICY, null).withAccess(alone.access());
    assertThat(by(none, OF_PROJECT, OF_ORGANISATION)).isEmpty();
    Rules over = overseen(alone, Governance.POLICY, Charter.OVER);
    assertThat(by(over, OF_PROJECT, OF_ORGANISATION))
        .containsExactly("one-other-admin-of-all", "one-other-admin");
  }

  @Test
  void asSoonAsThereIsASecondAdminThatOneIsAsked() {
    Rules two = overseen(rules, Governance.POLICY, BEGUN);
    assertThat(by(two, OF_PROJECT, OF_ORGANISATION))
        .containsExactly("one-other-admin-of-all", "one-other-admin");
    Rules ofProject = two.withAccess(new Access(List.of(Charter.PAT), List.of(Charter.ADA)));
    assertThat(by(ofProject, OF_PROJECT, OF_ORGANISATION)).containsExactly("one-other-admin");
  }

  @Test
  void whatIsWrittenIsAskedForAlsoOfWhoSetsUpAlone() {
    Rules alone =
        overseen(asking(rules, GOVERNORS), Governance.POLICY, BEGUN, OF_ALL)
            .withAccess(new Access(List.of(), List.of(Charter.ADA)));
    assertThat(by(alone, OF_BOTH)).containsExactly("of-all", "governors");
  }

  @Test
  void adminsAreThoseWhoMayDoEverythingThereAndCanSignIn() {
    Role most =
        Charter.role(
            1, EnumSet.complementOf(EnumSet.of(Permission.AUDIT_READ)).toArray(Permission[]::new));
    Binding narrow =
        new Binding(
            new BindingId("narrow"),
            Role.ADMIN,
            new Holder.OnePerson(People.id("dan")),
            Rulebook.PROD,
            null,
            1);
    Access access =
        new Access(
            List.of(Charter.PAT, narrow, Rulebook.binding("bob", most, "bob")),
            List.of(Charter.ADA, Charter.AMY));
    Person away = People.gone(People.person("amy"));
    Person unbound = People.unbound(People.person("pat"));
    assertThat(Governed.admins(access, PEOPLE)).isEqualTo(People.ids("ada", "amy", "pat"));
    assertThat(Governed.admins(access, Charter.with(Charter.basis(), away, unbound).directory()))
        .isEqualTo(People.ids("ada"));
  }

  @Test
  void severalRolesTogetherMakeAnAdmin() {
    Role rest = Charter.role(1, Permission.AUDIT_READ);
    Role most =
        Charter.role(
            1, EnumSet.complementOf(EnumSet.of(Permission.AUDIT_READ)).toArray(Permission[]::new));
    Access access =
        new Access(
            List.of(Rulebook.binding("one", most, "bob")),
            List.of(Rulebook.binding("two", rest, "bob")));
    assertThat(Governed.admins(access, PEOPLE)).isEqualTo(People.ids("bob"));
  }

  @Test
  void deactivationNeedsNobodyButWhatGoesWithItDoes() {
    Person bob = People.person("bob");
    Edit deactivation = new Edit.OfPerson(bob, People.gone(bob.in(bob.groups())));
    assertThat(by(rules, deactivation)).isEmpty();
    assertThat(by(rules, deactivation, OF_PROJECT)).contains("one-other-admin");
  }

  @Test
  void theOrganisationsOwnRulesAreGovernedByItselfAlone() {
    Rules own = overseen(rules, Governance.POLICY, Charter.OVER, OF_ALL).ofOrganisation();
    Edit everywhere = new Edit.OfPolicy(ProjectId.ORGANISATION, OF_ALL, null);
    assertThat(by(own, everywhere, OF_ORGANISATION)).containsExactly("of-all");
  }
}
