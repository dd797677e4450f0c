package io.countersign.request;

import static io.countersign.sample.Story.accepted;
import static io.countersign.sample.Story.refusal;
import static io.countersign.sample.Story.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.directory.Access;
import io.countersign.directory.Actor;
import io.countersign.directory.Binding;
import io.countersign.directory.Holder;
import io.countersign.directory.MachineId;
import io.countersign.directory.Permission;
import io.countersign.directory.Person;
import io.countersign.directory.Role;
import io.countersign.explain.Reason;
import io.countersign.explain.Refusal;
import io.countersign.policy.BoundPolicy;
import io.countersign.policy.Bypass;
import io.countersign.policy.Kind;
import io.countersign.policy.Policy;
import io.countersign.project.Governance;
import io.countersign.project.Project;
import io.countersign.revision.Digest;
import io.countersign.revision.Revision;
import io.countersign.revision.Scope;
import io.countersign.rule.Basis;
import io.countersign.rule.Edit;
import io.countersign.rule.Thing;
import io.countersign.sample.Charter;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import io.countersign.sample.RulesStory;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rule 13: changes of rules, from their submission to their merge. */
class GovernanceTest {
  private static final Edit LOOSER =
      Charter.policy(
          Charter.SECRETS, Rulebook.edited(Charter.SECRETS, Rulebook.requirement(1, "amy")));
  private static final Edit END = Charter.policy(Charter.SECRETS, null);
  private static final Policy GOVERNORS =
      Charter.asking("governors", Rulebook.requirement(2, "amy", "bob", "pia"));

  private final RulesStory story = new RulesStory(Charter.basis());

  private static Basis open(Basis basis) {
    return basis.with(
        new Edit.OfProject(
            Charter.PROJECT, new Project(Rulebook.PAYMENTS, "Payments", Governance.OPT_OUT, 2)));
  }

  private static Edit given(Binding binding) {
    return Charter.binding(null, binding);
  }

  private static Binding admin(String person) {
    return Rulebook.binding(person, Role.ADMIN, person);
  }

  private void losesAdmin(String... people) {
    Stream.of(people)
        .forEach(
            each ->
                story.happens(
                    Charter.binding(
                        story.basis().rules().access().bindings().stream()
                            .filter(binding -> binding.id().value().equals(each))
                            .findFirst()
                            .orElseThrow(),
                        null)));
  }

  @Test
  void anotherAdminAgreesAndItsMergeComesToItsEndInOneDecision() {
    assertThat(accepted(story.submit("pat", LOOSER))).containsExactly("Submitted");
    assertThat(story.codes()).containsExactly("approvals-missing");
    assertThat(accepted(story.approve("pia"))).containsExactly("Voted", "Agreed");
    assertThat(accepted(story.merge("pat")))
        .containsExactly("MergeStarted", "Merged", "RulesChanged");
    Digest digest = story.state().digest();
    assertThat(story.events().subList(3, 6))
        .containsExactly(
            Event.MergeStarted.agreed(People.id("pat"), digest, false),
            new Event.Merged(digest, List.of()),
            new Event.RulesChanged(List.of(LOOSER.thing())));
    assertThat(story.state().status()).isEqualTo(Status.MERGED);
    assertThat(refused(story.merge("pat"))).isEqualTo("merged");
  }

  @Test
  void allThatChangesIsToldInItsOrder() {
    story.submit("pat", LOOSER, Charter.changes().get(7));
    story.approve("ada");
    story.merge("ada");
    assertThat(story.events().getLast())
        .isEqualTo(
            new Event.RulesChanged(List.of(LOOSER.thing(), Charter.changes().get(7).thing())));
    assertThat(story.state().scope().paths())
        .containsExactly("policy two-of-us", "destination ssm");
  }

  @Test
  void whoAsksDoesNotAgree() {
    story.submit("pat", LOOSER);
    assertThat(refused(story.approve("pat"))).isEqualTo("own-request");
    assertThat(refused(story.approve("dan"))).isEqualTo("not-an-approver");
    assertThat(refused(story.merge("pat"))).isEqualTo("not-agreed");
    assertThat(accepted(story.vote("pia", Decision.REJECT))).containsExactly("Voted", "Rejected");
  }

  @Test
  void whatNobodyHasToAgreeToIsNotAskedFor() {
    story.basis(open(Charter.basis()));
    Refusal refusal = refusal(story.submit("pat", LOOSER));
    assertThat(refusal.code()).isEqualTo("not-governed");
    assertThat(refusal.field()).isEqualTo("changes");
    RulesStory nothing = new RulesStory(Charter.basis());
    assertThat(refused(nothing.submit("pat", nothing.bound(LOOSER)))).isEqualTo("not-governed");
  }

  @Test
  void onlyWhoMayWriteARuleAsksForAnother() {
    Refusal refusal = refusal(story.submit("dan", LOOSER));
    assertThat(refusal.because()).isEqualTo(Refusal.Because.FORBIDDEN);
    assertThat(refusal.code()).isEqualTo("permission-missing");
    assertThat(refusal.reasons().getFirst().clearedBy())
        .isEqualTo(People.ids("ada", "amy", "pat", "pia"));
    assertThat(refused(story.submit("pat", Charter.changes().getFirst())))
        .isEqualTo("permission-missing");
  }

  @Test
  void whatIsWrittenAgainstSomethingElseIsRefused() {
    story.happens(LOOSER);
    Refusal refusal = refusal(story.submit("pat", LOOSER));
    assertThat(refusal.because()).isEqualTo(Refusal.Because.STATE);
    assertThat(refusal.code()).isEqualTo("rules-changed");
    assertThat(refusal.message())
        .isEqualTo("Policy two-of-us is not as it was when this was written: revise the request.");
    assertThat(refusal.reasons()).hasSize(1);
    assertThat(refusal.reasons().getFirst().clearedBy()).isEmpty();
  }

  @Test
  void whatNobodyCouldAgreeToIsRefused() {
    story.happens(
        given(Rulebook.binding("sole", Role.VIEWER, "bob")),
        Charter.policy(null, Charter.asking("mine", Rulebook.requirement(1, "pat"))));
    Refusal refusal = refusal(story.submit("pat", LOOSER));
    assertThat(refusal.code()).isEqualTo("nobody-could-approve");
    assertThat(refusal.field()).isNull();
    assertThat(refusal.reasons().getFirst().code()).isEqualTo("policy-unsatisfiable");
    assertThat(refusal.reasons().getFirst().message())
        .endsWith("Ask an admin to add approvers to the policy.");
    assertThat(accepted(story.submit("pia", LOOSER))).containsExactly("Submitted");
  }

  @Test
  void whoIsTheOnlyAdminLeftHasNobodyToAgree() {
    Basis one =
        new Basis(
            Charter.rules().withAccess(new Access(List.of(), List.of(Charter.ADA))),
            Charter.directory());
    story.basis(one);
    assertThat(alone(LOOSER))
        .startsWith("No other admin of the project can sign in")
        .contains("whoever owns the AWS account has to let one in again");
    assertThat(alone(Charter.additions().getFirst()))
        .startsWith("No other admin of the organisation can sign in")
        .endsWith("whoever owns the AWS account has to let one in again.");
  }

  /** Nobody is named who could clear it, and nobody is sent to a policy that is not written. */
  private String alone(Edit edit) {
    Refusal refusal = refusal(story.submit("ada", edit));
    assertThat(refusal.code()).isEqualTo("nobody-could-approve");
    assertThat(refusal.reasons()).hasSize(1);
    Reason reason = refusal.reasons().getFirst();
    assertThat(reason.code()).isEqualTo("policy-unsatisfiable");
    assertThat(reason.clearedBy()).isEmpty();
    return reason.message();
  }

  @Test
  void howSomebodyIsReachedIsToldToWhoDecidesAndToWhoWritesTheDirectory() {
    story.happens(Charter.policy(null, GOVERNORS));
    assertThat(accepted(story.submit("pat", LOOSER))).containsExactly("Submitted");
    assertThat(story.readsPeople("pat")).as("the author").isTrue();
    assertThat(story.readsPeople("pia")).as("who may approve").isTrue();
    assertThat(story.readsPeople("ada")).as("an admin of the organisation").isTrue();
    assertThat(story.readsPeople("dan")).as("who may read the request").isFalse();
    story.happens(given(admin("dan")));
    assertThat(story.readsPeople("dan")).as("an admin of the project who is not asked").isFalse();
    Person pia = People.person("pia");
    story.happens(new Edit.OfPerson(pia, People.gone(pia)));
    assertThat(story.readsPeople("pia")).as("who has left").isFalse();
  }

  @Test
  void whatOthersChangedMeanwhileIsNotWrittenOver() {
    story.submit("pat", LOOSER);
    story.approve("pia");
    story.happens(END);
    assertThat(story.reasons())
        .containsExactly(
            new Reason(
                "rules-changed",
                "Policy two-of-us is not as it was when this was written: revise the request.",
                People.ids("pat")));
    Refusal refusal = refusal(story.merge("pat"));
    assertThat(refusal.code()).isEqualTo("not-agreed");
    assertThat(refusal.reasons()).extracting(Reason::code).containsExactly("rules-changed");
    assertThat(story.state().status()).isEqualTo(Status.OPEN);
  }

  @Test
  void nobodyAgreesBesideOtherRulesThanThoseItWasWrittenBeside() {
    Policy twin = Rulebook.policy("twin", Rulebook.requirement(2, "amy", "pat"));
    story.submit("pat", LOOSER);
    story.happens(Charter.policy(null, twin));
    assertThat(refused(story.approve("pia"))).isEqualTo("rules-changed");
    assertThat(accepted(story.vote("pia", Decision.REJECT))).contains("Voted");
  }

  @Test
  void whatWasAgreedToBesideOtherRulesIsNotMergedWithoutThem() {
    Policy twin = Rulebook.policy("twin", Rulebook.requirement(2, "amy", "pat"));
    story.happens(Charter.policy(null, twin));
    story.submit("pat", LOOSER);
    story.approve("pia");
    story.happens(Charter.policy(twin, null));
    Refusal refusal = refusal(story.merge("pat"));
    assertThat(refusal.reasons()).extracting(Reason::code).containsExactly("rules-changed");
    assertThat(refusal.reasons().getFirst().message()).contains("is not as it was");
    story.revise("pat", LOOSER);
    story.approve("pia");
    assertThat(accepted(story.merge("pat"))).contains("RulesChanged");
  }

  @Test
  void whatIsStoredUnderADigestIsWhatTheDigestSays() {
    story.submit("pat", LOOSER);
    story.approve("pia");
    Revision agreed = story.revision();
    Revision altered =
        new Revision(
            agreed.request(),
            agreed.number(),
            agreed.token(),
            agreed.author(),
            agreed.authors(),
            agreed.owners(),
            agreed.title(),
            "Another message",
            agreed.payload(),
            agreed.policies(),
            agreed.madeAt(),
            agreed.digest());
    Command merge =
        new Command.StartMerge(
            story.actor("pat"),
            agreed.digest(),
            altered,
            story.basis().rules(),
            story.basis().directory(),
            true);
    assertThat(refused(Requests.decide(story.state(), merge, Proposals.NOON)))
        .isEqualTo("revision-altered");
    assertThat(accepted(story.merge("pat"))).contains("RulesChanged");
  }

  @Test
  void whatAMachineWroteIsRevisedByNobodyInParticular() {
    Binding ci =
        new Binding(
            Charter.DAN.id(),
            Role.ADMIN,
            new Holder.OneMachine(new MachineId("ci")),
            null,
            null,
            2);
    story.happens(Charter.binding(Charter.DAN, ci));
    assertThat(accepted(story.submit("machine:ci", LOOSER))).containsExactly("Submitted");
    story.happens(END);
    assertThat(story.reasons().getFirst().code()).isEqualTo("rules-changed");
    assertThat(story.reasons().getFirst().clearedBy()).isEmpty();
  }

  @Test
  void whoMayNotWriteTheRuleAnyMoreChangesNothing() {
    story.submit("pat", LOOSER);
    story.approve("pia");
    losesAdmin("pat");
    assertThat(story.codes()).contains("author-not-entitled");
    assertThat(story.reasons().getFirst().clearedBy()).isEqualTo(People.ids("ada", "amy", "pia"));
    assertThat(refused(story.merge("pia"))).isEqualTo("not-agreed");
  }

  @Test
  void whoWasDeactivatedChangesNothing() {
    story.submit("pat", LOOSER);
    story.approve("pia");
    Person pat = People.person("pat");
    story.happens(new Edit.OfPerson(pat, People.gone(pat.in(pat.groups()))));
    assertThat(story.codes()).contains("author-not-entitled");
    assertThat(refused(story.merge("pia"))).isEqualTo("not-agreed");
  }

  @Test
  void adminsOfNowCountBesidesThoseWhoWereAsked() {
    story.submit("pat", LOOSER);
    story.approve("pia");
    assertThat(story.codes()).isEmpty();
    losesAdmin("pia");
    assertThat(story.codes()).contains("approvals-missing");
    assertThat(refused(story.merge("pat"))).isEqualTo("not-agreed");
    story.approve("amy");
    assertThat(accepted(story.merge("pat"))).contains("RulesChanged");
  }

  @Test
  void whoBecameAnAdminLaterIsNotAskedForThisRevision() {
    story.submit("pat", LOOSER);
    story.happens(given(admin("bob")));
    assertThat(refused(story.approve("bob"))).isEqualTo("not-an-approver");
    story.approve("pia");
    assertThat(accepted(story.merge("pat"))).contains("RulesChanged");
  }

  @Test
  void aPolicyWrittenMeanwhileHasASayToo() {
    story.submit("pat", LOOSER);
    story.approve("pia");
    story.happens(Charter.policy(null, GOVERNORS));
    assertThat(refused(story.merge("pat"))).isEqualTo("not-agreed");
    story.approve("amy");
    assertThat(accepted(story.merge("pat"))).contains("RulesChanged");
  }

  @Test
  void optingOutMeanwhileLoosensNothing() {
    story.submit("pat", LOOSER);
    story.basis(open(story.basis()));
    assertThat(story.codes()).containsExactly("approvals-missing");
    assertThat(refused(story.merge("pat"))).isEqualTo("not-agreed");
  }

  @Test
  void aNewRevisionIsAgreedToAnew() {
    story.submit("pat", LOOSER);
    story.approve("pia");
    assertThat(accepted(story.revise("pat", END))).containsExactly("Revised");
    assertThat(story.state().votes()).isEmpty();
    assertThat(story.codes()).containsExactly("approvals-missing");
    assertThat(refused(story.merge("pat"))).isEqualTo("not-agreed");
  }

  @Test
  void whoMayWriteTheDirectoryThereTakesItOver() {
    story.submit("pat", LOOSER);
    assertThat(refused(story.revise("dan", END))).isEqualTo("may-not-revise");
    assertThat(accepted(story.revise("ada", END))).containsExactly("Revised");
    assertThat(refused(story.approve("pat"))).isEqualTo("own-request");
    assertThat(accepted(story.approve("pia"))).containsExactly("Voted", "Agreed");
  }

  @Test
  void theNextRevisionIsJudgedAsTheFirst() {
    story.submit("pat", LOOSER);
    story.happens(END);
    assertThat(refused(story.revise("pat", LOOSER))).isEqualTo("rules-changed");
    assertThat(refused(story.revise("pat", Charter.changes().getFirst())))
        .isEqualTo("permission-missing");
  }

  @Test
  void nobodyBypassesIt() {
    story.submit("pat", LOOSER);
    Refusal refusal = refusal(story.bypass("pat"));
    assertThat(refusal.code()).isEqualTo("may-not-bypass");
    assertThat(refusal.reasons()).extracting(Reason::code).containsExactly("bypass-not-allowed");
    story.approve("pia");
    assertThat(refused(story.bypass("pat"))).isEqualTo("agreed");
    assertThat(refused(story.bypass("pia"))).isEqualTo("not-the-author");
  }

  @Test
  void aBypassIsNoWayAroundWhatOthersChanged() {
    story.happens(Charter.policy(null, bypassable()));
    story.submit("pat", LOOSER);
    story.happens(END);
    assertThat(refused(story.bypass("pat"))).isEqualTo("rules-changed");
  }

  private static Policy bypassable() {
    return new Policy(
        GOVERNORS.id(),
        GOVERNORS.kind(),
        GOVERNORS.name(),
        GOVERNORS.targets(),
        GOVERNORS.requirements(),
        GOVERNORS.terms().with(new Bypass.Anyone()),
        GOVERNORS.channels(),
        1);
  }

  @Test
  void itIsReadByItsAuthorItsApproversAndThoseWhoReadOrWriteThere() {
    story.submit("pat", LOOSER);
    assertThat(readers()).containsExactly("ada", "amy", "dan", "pat", "pia");
    assertThat(may("ada")).isTrue();
    assertThat(may("bob")).isFalse();
    assertThat(may("dan")).isTrue();
  }

  private List<String> readers() {
    Access access = story.basis().rules().access();
    return Stream.of("ada", "amy", "bob", "dan", "pat", "pia")
        .filter(
            each -> Requester.mayRead(story.actor(each), story.state(), story.revision(), access))
        .toList();
  }

  private boolean may(String name) {
    return Requester.maySubmit(story.actor(name), story.revision(), story.basis().rules().access());
  }

  @Test
  void itIsMergedByWhoMayMergeAllOfIt() {
    story.submit("pat", LOOSER);
    story.approve("ada");
    assertThat(refused(story.merge("bob"))).isEqualTo("may-not-merge");
    assertThat(accepted(story.merge("dan"))).contains("RulesChanged");
  }

  @Test
  void whoMayProposeItIsActiveAndLacksNothing() {
    story.submit("pat", LOOSER);
    Basis basis = story.basis();
    assertThat(proposes(story.actor("pia"), basis)).isTrue();
    assertThat(proposes(story.actor("dan"), basis)).isFalse();
    assertThat(proposes(Actor.of(People.gone(People.person("pia"))), basis)).isFalse();
  }

  private boolean proposes(Actor actor, Basis basis) {
    return Requester.mayPropose(actor, story.revision(), basis.rules(), basis.directory());
  }

  @Test
  void adminsThatChangedSinceAreAskedBesidesThoseThatWereBound() {
    story.submit("pat", LOOSER);
    BoundPolicy before = story.revision().policies().getFirst();
    BoundPolicy same = story.bound(LOOSER).getFirst();
    assertThat(Agreement.asked(story.revision(), List.of(same))).containsExactly(before);
    story.happens(given(admin("bob")));
    BoundPolicy after = story.bound(LOOSER).getFirst();
    assertThat(after.id()).isEqualTo(before.id());
    assertThat(after.version()).isEqualTo(before.version());
    assertThat(after.asksAs(before)).isFalse();
    assertThat(before.asksAs(same)).isTrue();
    assertThat(Agreement.asked(story.revision(), List.of(after))).containsExactly(before, after);
  }

  @Test
  void whoeverIsInAGroupMakesNoOtherPolicyOfIt() {
    Policy operators = Charter.asking("operators", Rulebook.requirement(1, "amy", "@ops"));
    BoundPolicy before = operators.bind(Charter.directory());
    Basis joined =
        Charter.basis()
            .with(
                new Edit.OfGroup(Charter.operators(1, "dan"), Charter.operators(2, "bob", "dan")));
    BoundPolicy after = operators.bind(joined.directory());
    assertThat(after).isNotEqualTo(before);
    assertThat(after.asksAs(before)).isTrue();
  }

  @Test
  void environmentsAreWhatItIsAboutWhereItChangesThem() {
    story.submit("pat", Charter.changes().get(4), Charter.changes().get(7));
    assertThat(story.state().scope().in(Rulebook.PROD)).isTrue();
    assertThat(story.state().scope().in(Rulebook.STAGING)).isFalse();
    assertThat(story.state().scope().once())
        .containsExactly("DESTINATION payments ssm", "ENVIRONMENT payments prod");
    RulesStory other = new RulesStory(Charter.basis());
    Binding prod = Rulebook.binding("prod", Role.VIEWER, "bob");
    other.submit("pat", given(prod));
    assertThat(other.state().scope().in(Rulebook.PROD)).isFalse();
    assertThat(other.state().scope().documents()).isEmpty();
    assertThat(other.state().scope().kind()).isEqualTo(Kind.GOVERNANCE);
    assertThat(other.revision().edits()).containsExactly(given(prod));
    assertThat(other.revision().scope())
        .isEqualTo(
            new Scope.OfGovernance(
                Rulebook.PAYMENTS,
                List.of(
                    new Thing(
                        Thing.Sort.BINDING,
                        Rulebook.PAYMENTS,
                        "prod",
                        "bob as viewer",
                        Thing.Deed.ADD))));
  }

  @Test
  void itIsAllowedToWhoeverMayInTheWholeProject() {
    story.submit("pat", LOOSER);
    Access access = story.basis().rules().access();
    assertThat(story.state().scope().allowed(story.actor("dan"), Permission.REQUESTS_MERGE, access))
        .isTrue();
    assertThat(
            story
                .state()
                .scope()
                .allowedSomewhere(story.actor("bob"), Permission.REQUESTS_READ, access))
        .isFalse();
    assertThat(
            story
                .state()
                .scope()
                .allowedSomewhere(story.actor("dan"), Permission.REQUESTS_READ, access))
        .isTrue();
  }
}
