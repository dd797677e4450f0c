package io.countersign.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.directory.Binding;
import io.countersign.directory.Directory;
import io.countersign.directory.Person;
import io.countersign.directory.Role;
import io.countersign.directory.Setup;
import io.countersign.journal.Tip;
import io.countersign.policy.Oversight;
import io.countersign.policy.Policy;
import io.countersign.policy.PolicyVersion;
import io.countersign.policy.Rules;
import io.countersign.project.Environment;
import io.countersign.project.Governance;
import io.countersign.project.Prefixes;
import io.countersign.project.Project;
import io.countersign.project.ProjectId;
import io.countersign.request.Event;
import io.countersign.request.Status;
import io.countersign.revision.RequestId;
import io.countersign.revision.Revision;
import io.countersign.rule.Edit;
import io.countersign.sample.AnyEdit;
import io.countersign.sample.Charter;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Changes of rules: written together with the merge that they were agreed to by, or not at all. */
public abstract class AmendingContract {
  private static final Instant NOON = Proposals.NOON;
  private static final Entry.Mark MARK = new Entry.Mark(People.id("pat"), NOON);
  private static final Policy NEXT =
      Rulebook.edited(Charter.SECRETS, Rulebook.requirement(1, "amy"));
  private static final Edit LOOSER = Charter.policy(Charter.SECRETS, NEXT);
  private static final Entry WRITTEN = new Entry.OfPolicy(Rulebook.PAYMENTS, NEXT, MARK);
  private static final Person EVE = People.person("eve");

  private Tables tables;
  private Store store;

  /** An empty one. */
  protected abstract Tables tables(InstantSource clock);

  @BeforeEach
  void begin() {
    tables = tables(new StoppedClock(NOON));
    store = tables.store();
    assertThat(
            List.of(
                write(new Entry.OfProject(Charter.PROJECT)),
                write(new Entry.OfPolicy(Rulebook.PAYMENTS, Charter.SECRETS)),
                write(new Entry.OfBinding(Rulebook.PAYMENTS, Charter.DAN))))
        .containsOnly(true);
  }

  private static RequestId id(long number) {
    return new RequestId(Rulebook.PAYMENTS, number);
  }

  private static Revision revision(RequestId id, String author, Edit... edits) {
    return Revision.sealed(
        id,
        "",
        People.id(author),
        "Other rules",
        "",
        AnyEdit.alone(id.project(), List.of(edits)),
        List.of(),
        People.directory(author),
        NOON);
  }

  private boolean submit(RequestId id, String author, Edit... edits) {
    Revision made = revision(id, author, edits);
    return store.commit(Commit.of(id, null, List.of(Proposals.submitted(made)), NOON).with(made));
  }

  private boolean submit(long number, String author, Edit... edits) {
    return submit(id(number), author, edits);
  }

  private Head head(RequestId id) {
    return Objects.requireNonNull(store.read(Ask.state(id)).head());
  }

  private boolean merge(RequestId id, Counters resting, Entry... entries) {
    Head head = head(id);
    return store.commit(
        Commit.of(
                id,
                head,
                List.of(
                    Event.MergeStarted.agreed(
                        head.request().author(), head.request().digest(), false),
                    new Event.Merged(head.request().digest(), List.of()),
                    new Event.RulesChanged(List.of(LOOSER.thing()))),
                NOON)
            .resting(resting)
            .writing(List.of(entries)));
  }

  /** Submits it, and merges it into these. */
  private boolean merged(Entry... entries) {
    return merged(counters(), entries);
  }

  private boolean merged(Counters resting, Entry... entries) {
    if (store.read(Ask.state(id(1))).head() == null) {
      assertThat(submit(1, "pat", LOOSER)).isTrue();
    }
    return merge(id(1), resting, entries);
  }

  private boolean write(Entry... entries) {
    return tables.registry().write(List.of(entries), counters());
  }

  private Counters counters() {
    return counters(Rulebook.PAYMENTS);
  }

  private Counters counters(ProjectId project) {
    return Objects.requireNonNull(store.read(new Ask(null, null, null, null, project)).counters());
  }

  private Rules rules() {
    return Objects.requireNonNull(store.rules(Rulebook.PAYMENTS));
  }

  private Directory directory() {
    return store.directory();
  }

  private void nothingIsWritten(Counters before, Rules rules, Directory directory) {
    assertThat(head(id(1)).request().status()).isEqualTo(Status.OPEN);
    assertThat(head(id(1)).version()).isEqualTo(1);
    assertThat(tables.events(id(1))).hasSize(1);
    assertThat(rules()).isEqualTo(rules);
    assertThat(directory()).isEqualTo(directory);
    assertThat(counters()).isEqualTo(before);
  }

  private void isRefused(Counters resting, Entry... entries) {
    assertThat(submit(1, "pat", LOOSER)).isTrue();
    Counters before = counters();
    Rules rules = rules();
    Directory directory = directory();
    assertThat(merge(id(1), resting, entries)).isFalse();
    nothingIsWritten(before, rules, directory);
  }

  @Test
  void theyAreWrittenWithTheMerge() {
    Binding bob = Rulebook.binding("bob", Role.VIEWER, "bob");
    assertThat(
            merged(
                WRITTEN,
                new Entry.OfBinding(Rulebook.PAYMENTS, bob),
                new Entry.RemovalOfBinding(Rulebook.PAYMENTS, Charter.DAN),
                new Entry.OfPerson(null, EVE)))
        .isTrue();
    assertThat(head(id(1)).request().status()).isEqualTo(Status.MERGED);
    assertThat(tables.events(id(1))).hasSize(4);
    assertThat(rules().policies()).containsExactly(NEXT);
    assertThat(rules().access().bindings()).containsExactly(bob);
    assertThat(directory().person(EVE.id())).isEqualTo(EVE);
    assertThat(tables.registry().history(Rulebook.PAYMENTS, NEXT.id()))
        .contains(new PolicyVersion(NEXT, PolicyVersion.Kind.WRITTEN, MARK.by(), MARK.at()));
  }

  @Test
  void whatTheRequestTellsOfTheJournalIsNotTold() {
    Tip before = tables.journal().tip(Rulebook.PAYMENTS);
    assertThat(merged(new Entry.RemovalOfBinding(Rulebook.PAYMENTS, Charter.DAN))).isTrue();
    assertThat(tables.journal().tip(Rulebook.PAYMENTS)).isEqualTo(before);
  }

  @Test
  void oneThatIsNotAsItWasKeepsAllFromBeingWritten() {
    Policy skipped = Charter.version(3, Charter.SECRETS);
    isRefused(
        counters(),
        new Entry.OfPerson(null, EVE),
        new Entry.OfPolicy(Rulebook.PAYMENTS, skipped, MARK));
  }

  @Test
  void oneThatIsThereAlreadyKeepsAllFromBeingWritten() {
    isRefused(counters(), WRITTEN, new Entry.OfBinding(Rulebook.PAYMENTS, Charter.DAN));
  }

  @Test
  void oneThatIsGoneKeepsAllFromBeingWritten() {
    Binding gone = Rulebook.binding("gone", Role.VIEWER, "bob");
    isRefused(counters(), WRITTEN, new Entry.RemovalOfBinding(Rulebook.PAYMENTS, gone));
  }

  @Test
  void rulesThatMovedKeepAllFromBeingWritten() {
    Counters before = counters();
    assertThat(write(new Entry.OfRole(Rulebook.PAYMENTS, Charter.RELEASER))).isTrue();
    isRefused(before, WRITTEN);
  }

  @Test
  void aDirectoryThatMovedKeepsAllFromBeingWritten() {
    Counters before = counters();
    assertThat(write(new Entry.OfPerson(null, People.person("bob")))).isTrue();
    isRefused(before, WRITTEN);
  }

  @Test
  void rulesThatMovedKeepWhatIsOfTheDirectoryFromBeingWritten() {
    Counters before = counters();
    assertThat(write(new Entry.OfRole(Rulebook.PAYMENTS, Charter.RELEASER))).isTrue();
    isRefused(before, new Entry.OfPerson(null, EVE));
  }

  @Test
  void aRequestThatChangedKeepsThemFromBeingWritten() {
    assertThat(submit(1, "pat", LOOSER)).isTrue();
    Head old = head(id(1));
    assertThat(
            store.commit(
                Commit.of(id(1), old, List.of(new Event.Withdrawn(People.id("pat"), "")), NOON)))
        .isTrue();
    Rules before = rules();
    assertThat(
            store.commit(
                Commit.of(
                        id(1),
                        old,
                        List.of(
                            Event.MergeStarted.agreed(
                                People.id("pat"), old.request().digest(), false),
                            new Event.Merged(old.request().digest(), List.of())),
                        NOON)
                    .resting(counters())
                    .writing(List.of(WRITTEN))))
        .isFalse();
    assertThat(rules()).isEqualTo(before);
  }

  @Test
  void whatIsOfTheProjectMovesItsRulesAlone() {
    Counters before = counters();
    Environment prod = Rulebook.environment(Rulebook.PROD);
    assertThat(merged(before, new Entry.OfEnvironment(Rulebook.PAYMENTS, prod, null))).isTrue();
    assertThat(counters().rules()).isEqualTo(before.rules() + 1);
    assertThat(counters().directory()).isEqualTo(before.directory());
    assertThat(Objects.requireNonNull(store.rules(counters())).environments().values())
        .containsExactly(prod);
  }

  @Test
  void whoHasToAgreeInAProjectMovesTheDirectoryToo() {
    Counters before = counters();
    assertThat(merged(before, WRITTEN)).isTrue();
    assertThat(counters().rules()).isEqualTo(before.rules() + 1);
    assertThat(counters().directory()).isEqualTo(before.directory() + 1);
    assertThat(Objects.requireNonNull(store.rules(counters())).policies()).containsExactly(NEXT);
  }

  @Test
  void theRulesOfEveryProjectAreReadTogetherAndAfresh() {
    assertThat(store.everyProject()).containsExactly(rules());
    Edit.OfProject billing = (Edit.OfProject) Charter.additions().get(3);
    assertThat(write(new Entry.OfProject(billing.after()))).isTrue();
    assertThat(store.everyProject())
        .extracting(Rules::project)
        .containsExactly(billing.after(), Charter.PROJECT);
    assertThat(write(WRITTEN)).isTrue();
    assertThat(store.everyProject()).contains(rules()).hasSize(2);
    assertThat(rules().policies()).containsExactly(NEXT);
  }

  @Test
  void whatIsOfAllProjectsMovesTheDirectoryAlone() {
    Counters before = counters();
    assertThat(
            merged(
                before,
                new Entry.OfPerson(null, EVE),
                new Entry.OfBinding(ProjectId.ORGANISATION, Charter.ADA)))
        .isTrue();
    assertThat(counters().rules()).isEqualTo(before.rules());
    assertThat(counters().directory()).isEqualTo(before.directory() + 1);
    assertThat(store.directory(counters()).person(EVE.id())).isEqualTo(EVE);
    assertThat(rules().access().organisation()).containsExactly(Charter.ADA);
  }

  @Test
  void whatIsOfBothMovesBothOnce() {
    Counters before = counters();
    assertThat(
            merged(
                before,
                WRITTEN,
                new Entry.OfRole(Rulebook.PAYMENTS, Charter.RELEASER),
                new Entry.OfPerson(null, EVE),
                new Entry.OfPerson(null, People.person("fay"))))
        .isTrue();
    assertThat(counters().rules()).isEqualTo(before.rules() + 1);
    assertThat(counters().directory()).isEqualTo(before.directory() + 1);
  }

  @Test
  void whatWritesNothingMovesNothing() {
    Counters before = counters();
    assertThat(merged(before)).isTrue();
    assertThat(counters()).isEqualTo(before);
  }

  @Test
  void aDecisionThatRestsOnWhatWasBeforeIsNotCommitted() {
    Counters before = counters();
    assertThat(submit(2, "pia", Charter.removals().getFirst())).isTrue();
    assertThat(merged(before, WRITTEN)).isTrue();
    assertThat(merge(id(2), before, new Entry.RemovalOfBinding(Rulebook.PAYMENTS, Charter.DAN)))
        .isFalse();
    assertThat(rules().access().bindings()).containsExactly(Charter.DAN);
    assertThat(merge(id(2), counters(), new Entry.RemovalOfBinding(Rulebook.PAYMENTS, Charter.DAN)))
        .isTrue();
  }

  @Test
  void aPrefixIsClaimedWithTheMergeThatMakesItsEnvironment() {
    Environment staging = Rulebook.environment(Rulebook.STAGING);
    Prefixes stale = Prefixes.NONE.claimed(staging.secretPrefix(), "payments/staging");
    Environment prod = Rulebook.environment(Rulebook.PROD);
    assertThat(
            write(
                new Entry.OfEnvironment(
                    Rulebook.PAYMENTS,
                    prod,
                    Prefixes.NONE.claimed(prod.secretPrefix(), "payments/prod"))))
        .isTrue();
    isRefused(counters(), new Entry.OfEnvironment(Rulebook.PAYMENTS, staging, stale));
    Prefixes now = tables.registry().prefixes().claimed(staging.secretPrefix(), "payments/staging");
    assertThat(merge(id(1), counters(), new Entry.OfEnvironment(Rulebook.PAYMENTS, staging, now)))
        .isTrue();
    assertThat(tables.registry().prefixes()).isEqualTo(now);
    assertThat(rules().environments()).containsOnlyKeys(Rulebook.PROD, Rulebook.STAGING);
  }

  @Test
  void whatAnotherEntryClaimsForItIsWrittenOnce() {
    Environment prod = Rulebook.environment(Rulebook.PROD);
    Environment staging = Rulebook.environment(Rulebook.STAGING);
    Prefixes both =
        new Prefixes(
            Prefixes.NONE
                .claimed(prod.secretPrefix(), "payments/prod")
                .claimed(staging.secretPrefix(), "payments/staging")
                .owners(),
            1);
    assertThat(
            merged(
                new Entry.OfEnvironment(Rulebook.PAYMENTS, prod, null),
                new Entry.OfEnvironment(Rulebook.PAYMENTS, staging, both)))
        .isTrue();
    assertThat(tables.registry().prefixes()).isEqualTo(both);
  }

  @Test
  void theRegistryWritesSeveralTogetherOrNone() {
    Counters before = counters();
    Rules rules = rules();
    assertThat(
            write(
                new Entry.OfRole(Rulebook.PAYMENTS, Charter.RELEASER),
                new Entry.OfPerson(null, EVE),
                new Entry.OfBinding(Rulebook.PAYMENTS, Charter.DAN)))
        .isFalse();
    assertThat(rules()).isEqualTo(rules);
    assertThat(directory().person(EVE.id())).isNull();
    assertThat(counters()).isEqualTo(before);
    assertThat(
            write(
                new Entry.OfRole(Rulebook.PAYMENTS, Charter.RELEASER),
                new Entry.OfPerson(null, EVE),
                new Entry.OfBinding(Rulebook.PAYMENTS, Charter.OPERATORS)))
        .isTrue();
    assertThat(rules().roles()).containsExactly(Charter.RELEASER);
    assertThat(rules().access().bindings()).containsExactly(Charter.DAN, Charter.OPERATORS);
    assertThat(directory().person(EVE.id())).isEqualTo(EVE);
    assertThat(counters().rules()).isEqualTo(before.rules() + 1);
    assertThat(counters().directory()).isEqualTo(before.directory() + 1);
  }

  @Test
  void severalEntriesRestOnTheCountersAsOneDoes() {
    Counters before = counters();
    assertThat(write(new Entry.OfPerson(null, EVE))).isTrue();
    assertThat(
            tables
                .registry()
                .write(
                    List.of(WRITTEN, new Entry.OfRole(Rulebook.PAYMENTS, Charter.RELEASER)),
                    before))
        .isFalse();
    assertThat(rules().roles()).isEmpty();
    assertThat(rules().policies()).containsExactly(Charter.SECRETS);
  }

  @Test
  void whereTheOrganisationHasSaidNothingItIsAsUsual() {
    assertThat(rules().oversight()).isEqualTo(Oversight.USUAL);
    Rules organisation = Objects.requireNonNull(store.rules(ProjectId.ORGANISATION));
    assertThat(organisation).isEqualTo(rules().ofOrganisation());
    assertThat(organisation.project().version()).isZero();
  }

  @Test
  void whatTheOrganisationSaysIsReadWithTheRulesOfEveryProject() {
    Project settings = Charter.organisation(Governance.OPT_OUT);
    Policy all = Charter.asking("all", Rulebook.requirement(1, "ada", "amy"));
    Counters before = counters();
    assertThat(
            write(
                new Entry.OfProject(settings),
                new Entry.OfPolicy(ProjectId.ORGANISATION, all, MARK),
                new Entry.OfBinding(ProjectId.ORGANISATION, Charter.ADA)))
        .isTrue();
    assertThat(counters().directory()).isEqualTo(before.directory() + 1);
    assertThat(counters().rules()).isEqualTo(before.rules());
    assertThat(rules().oversight()).isEqualTo(new Oversight(settings, List.of(all), null));
    assertThat(rules().policies()).containsExactly(Charter.SECRETS);
    assertThat(rules().project()).isEqualTo(Charter.PROJECT);
    Rules organisation = Objects.requireNonNull(store.rules(ProjectId.ORGANISATION));
    assertThat(organisation).isEqualTo(rules().ofOrganisation());
    assertThat(organisation.project()).isEqualTo(settings);
    assertThat(organisation.policies()).containsExactly(all);
    assertThat(tables.registry().projects()).containsExactly(Charter.PROJECT);
    assertThat(tables.registry().first(ProjectId.ORGANISATION, all.id())).isEqualTo(all);
    assertThat(tables.registry().first(Rulebook.PAYMENTS, all.id())).isNull();
    Policy next = Charter.version(2, all);
    assertThat(write(new Entry.OfPolicy(ProjectId.ORGANISATION, next, MARK))).isTrue();
    assertThat(Objects.requireNonNull(store.rules(counters())).oversight().policies())
        .containsExactly(next);
    assertThat(write(new Entry.RemovalOfPolicy(ProjectId.ORGANISATION, next, MARK))).isTrue();
    assertThat(rules().oversight().policies()).isEmpty();
  }

  @Test
  void howTheOrganisationWasSetUpIsReadWithTheRulesOfEveryProject() {
    assertThat(write(new Entry.OfFirstAdmin(People.person("ada"), Charter.ADA, NOON))).isTrue();
    Setup begun = Setup.begun(People.id("ada"), NOON);
    assertThat(rules().oversight().setup()).isEqualTo(begun);
    assertThat(rules().oversight().settingUp()).isTrue();
    Setup ended = begun.ended(People.id("amy"), NOON);
    assertThat(
            write(
                new Entry.OfPerson(null, People.person("amy")),
                new Entry.EndOfSetup(
                    new Entry.OfBinding(ProjectId.ORGANISATION, Charter.AMY), ended)))
        .isTrue();
    assertThat(rules().oversight().setup()).isEqualTo(ended);
    assertThat(rules().oversight().settingUp()).isFalse();
    assertThat(Objects.requireNonNull(store.rules(ProjectId.ORGANISATION)).oversight().setup())
        .isEqualTo(ended);
  }

  @Test
  void aNewProjectComesFromARequestOfTheOrganisation() {
    RequestId first = new RequestId(ProjectId.ORGANISATION, 1);
    Edit.OfProject billing = (Edit.OfProject) Charter.additions().get(3);
    assertThat(submit(first, "ada", billing)).isTrue();
    assertThat(merge(first, counters(ProjectId.ORGANISATION), new Entry.OfProject(billing.after())))
        .isTrue();
    assertThat(tables.registry().projects()).containsExactly(billing.after(), Charter.PROJECT);
    assertThat(Objects.requireNonNull(store.rules(billing.after().id())).project())
        .isEqualTo(billing.after());
  }

  @Test
  void nobodyAsksForAChangeOfTheSameTwiceAtATime() {
    assertThat(submit(1, "pat", LOOSER)).isTrue();
    assertThat(same("pat", LOOSER)).isEqualTo(id(1));
    assertThat(same("pia", LOOSER)).isNull();
    assertThat(submit(2, "pat", Charter.policy(Charter.SECRETS, null))).isFalse();
    assertThat(store.read(Ask.state(id(2))).head()).isNull();
    assertThat(submit(3, "pia", LOOSER)).isTrue();
    assertThat(merge(id(1), counters(), WRITTEN)).isTrue();
    assertThat(same("pat", LOOSER)).isNull();
    assertThat(submit(2, "pat", Charter.policy(NEXT, null))).isTrue();
    assertThat(same("pat", LOOSER)).isEqualTo(id(2));
  }

  @Test
  void theOrderInWhichThingsAreChangedDoesNotMatter() {
    Edit other = Charter.changes().get(5);
    assertThat(submit(1, "pat", LOOSER, other)).isTrue();
    assertThat(same("pat", other, LOOSER)).isEqualTo(id(1));
    assertThat(same("pat", LOOSER)).isNull();
    assertThat(submit(2, "pat", other)).isTrue();
    assertThat(submit(3, "pat", other, LOOSER)).isFalse();
  }

  @Test
  void whatWasRevisedToSomethingElseLeavesItsPlaceToTheNext() {
    Edit other = Charter.changes().get(5);
    assertThat(submit(1, "pat", LOOSER)).isTrue();
    Revision before = Objects.requireNonNull(store.revision(id(1), head(id(1)).request().digest()));
    Revision next =
        before.revised(
            "",
            before.author(),
            before.title(),
            "",
            AnyEdit.alone(Rulebook.PAYMENTS, List.of(other)),
            List.of(),
            People.directory("pat"),
            NOON);
    assertThat(
            store.commit(
                Commit.of(id(1), head(id(1)), List.of(Proposals.revisedTo(next)), NOON).with(next)))
        .isTrue();
    assertThat(store.revision(id(1), next.digest())).isEqualTo(next);
    assertThat(same("pat", LOOSER)).isNull();
    assertThat(same("pat", other)).isEqualTo(id(1));
    assertThat(submit(2, "pat", LOOSER)).isTrue();
  }

  private @Nullable RequestId same(String person, Edit... edits) {
    return tables
        .neighbours()
        .same(
            Rulebook.PAYMENTS,
            People.id(person),
            AnyEdit.alone(Rulebook.PAYMENTS, Stream.of(edits).toList()).scope());
  }
}
