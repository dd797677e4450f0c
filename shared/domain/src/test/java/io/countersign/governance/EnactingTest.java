package io.countersign.governance;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.directory.Binding;
import io.countersign.directory.Group;
import io.countersign.directory.GroupId;
import io.countersign.directory.Machine;
import io.countersign.directory.Person;
import io.countersign.directory.Role;
import io.countersign.directory.Subject;
import io.countersign.name.SecretPrefix;
import io.countersign.policy.Policy;
import io.countersign.project.Destination;
import io.countersign.project.Environment;
import io.countersign.project.EnvironmentId;
import io.countersign.project.Prefixes;
import io.countersign.project.ProjectId;
import io.countersign.rule.Basis;
import io.countersign.rule.Edit;
import io.countersign.sample.Charter;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import io.countersign.store.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What agreed changes of rules write of the registry. */
class EnactingTest {
  private static final Basis BASIS = Charter.basis();
  private static final Entry.Mark MARK = new Entry.Mark(People.id("pat"), Proposals.NOON);
  private static final Prefixes PREFIXES =
      new Prefixes(
          new TreeMap<>(
              Map.of("prod/", "payments/prod", "/payments/prod/", "payments/destinations/ssm")),
          4);

  private static @Nullable Misfit refusal(Edit... edits) {
    return Enacting.misfit(List.of(edits), BASIS, PREFIXES);
  }

  private static String message(Edit... edits) {
    return Objects.requireNonNull(refusal(edits)).message();
  }

  private static List<Entry> entries(Edit... edits) {
    return Enacting.entries(List.of(edits), BASIS, PREFIXES, MARK);
  }

  private static Person called(Person person, String name) {
    return new Person(
        person.id(),
        name,
        person.email(),
        person.active(),
        person.subject(),
        person.groups(),
        person.version() + 1);
  }

  private static Person signing(Person person, @Nullable Subject subject, long version) {
    return new Person(
        person.id(), person.name(), person.email(), true, subject, person.groups(), version);
  }

  private static Edit environment(String id, String prefix) {
    return new Edit.OfEnvironment(
        Rulebook.PAYMENTS,
        null,
        new Environment(new EnvironmentId(id), id, new SecretPrefix(prefix), null, List.of(), 1));
  }

  private static Edit destination(String id, String prefix) {
    return new Edit.OfDestination(Rulebook.PAYMENTS, null, Charter.destination(id, prefix, 1));
  }

  private static Edit newcomer(int number) {
    return new Edit.OfPerson(null, People.person("person-" + number));
  }

  private static Edit[] newcomers(int count) {
    return IntStream.range(0, count).mapToObj(EnactingTest::newcomer).toArray(Edit[]::new);
  }

  private static Edit[] and(Edit[] some, Edit... others) {
    return Stream.concat(Stream.of(some), Stream.of(others)).toArray(Edit[]::new);
  }

  @Test
  void allSortsCanBeChangedTogether() {
    List<Edit> changes = new ArrayList<>(Charter.changes());
    changes.remove(2);
    assertThat(refusal(changes.toArray(Edit[]::new))).isNull();
    assertThat(refusal(Charter.additions().subList(3, 10).toArray(Edit[]::new))).isNull();
    assertThat(refusal()).isNull();
  }

  @Test
  void nothingIsChangedTwice() {
    Binding viewer = Charter.giving(Charter.DAN, Role.VIEWER, 2);
    Misfit refusal = refusal(Charter.binding(Charter.DAN, viewer), Charter.binding(viewer, null));
    assertThat(refusal)
        .isEqualTo(
            new Misfit(
                "twice",
                "changes",
                "changes role of dan as developer twice: make one change of it."
                    .replace("developer", "viewer")));
  }

  @Test
  void whoJoinsAGroupIsChangedWithIt() {
    Person bob = People.person("bob");
    Edit joins = new Edit.OfGroup(Charter.operators(1, "dan"), Charter.operators(2, "bob", "dan"));
    Edit leads = Charter.additions().get(2);
    assertThat(message(joins, leads)).isEqualTo("changes person bob twice: make one change of it.");
    assertThat(message(new Edit.OfPerson(bob, called(bob, "Robert")), joins))
        .isEqualTo("changes person Robert twice: make one change of it.");
    Person joined = bob.in(People.groups("ops"));
    assertThat(message(joins, new Edit.OfPerson(joined, called(joined, "Robert"))))
        .isEqualTo("changes person Robert twice: make one change of it.");
  }

  @Test
  void whatIsOnlyCalledTheSameIsNotTheSame() {
    Person one = called(People.person("eve"), "Sam");
    Person other = called(People.person("fay"), "Sam");
    Policy policy = Rulebook.policy("three", Rulebook.requirement(1, "amy"));
    Policy named =
        new Policy(
            policy.id(),
            Charter.SECRETS.name(),
            policy.targets(),
            policy.requirements(),
            policy.terms(),
            1);
    assertThat(
            refusal(
                new Edit.OfPerson(null, one),
                new Edit.OfPerson(null, other),
                Charter.policy(null, named),
                Charter.policy(Charter.SECRETS, null)))
        .isNull();
    Basis basis = Charter.with(BASIS, one, other);
    Edit both = new Edit.OfGroup(Charter.operators(1, "dan"), Charter.operators(2, "eve", "fay"));
    assertThat(Enacting.misfit(List.of(both), basis, PREFIXES)).isNull();
  }

  @Test
  void aSubjectIsNotFreedAndBoundAtOnce() {
    Person bob = People.person("bob");
    Edit freed = new Edit.OfPerson(bob, signing(bob, null, 2));
    Edit bound = new Edit.OfPerson(null, signing(People.person("eve"), bob.subject(), 1));
    Machine cd = People.machine("cd");
    Edit machine =
        new Edit.OfMachine(
            null, new Machine(cd.id(), "cd", true, bob.subject(), cd.owners(), cd.ceased(), 1));
    String message = "changes who signs in as subject-of-bob twice: make one change of it.";
    assertThat(message(freed, bound)).isEqualTo(message);
    assertThat(message(freed, machine)).isEqualTo(message);
    Machine ci = People.machine("ci", "dan");
    Edit unbound =
        new Edit.OfMachine(ci, new Machine(ci.id(), "ci", true, null, ci.owners(), ci.ceased(), 2));
    assertThat(
            message(
                unbound, new Edit.OfPerson(null, signing(People.person("eve"), ci.subject(), 1))))
        .isEqualTo("changes who signs in as subject-of-machine-ci twice: make one change of it.");
    assertThat(refusal(freed, unbound)).isNull();
    assertThat(
            refusal(
                new Edit.OfPerson(null, signing(People.person("eve"), null, 1)),
                new Edit.OfPerson(null, signing(People.person("fay"), null, 1))))
        .isNull();
  }

  @Test
  void noMoreIsChangedThanOneTransactionWrites() {
    Edit role = Charter.additions().get(6);
    Edit settings = Charter.changes().get(3);
    Edit channel = Charter.additions().get(8);
    Edit binding = Charter.binding(Charter.DAN, null);
    assertThat(refusal(and(newcomers(12), role, settings, channel))).isNull();
    assertThat(refusal(and(newcomers(12), role, settings, channel, binding)))
        .isEqualTo(
            new Misfit("too-many", "changes", "change too much at once; do it in several steps"));
  }

  @Test
  void whatTakesTwoItemsCountsTwice() {
    for (Edit two :
        List.of(
            Charter.policy(Charter.SECRETS, null),
            Charter.additions().get(4),
            Charter.additions().get(7))) {
      Edit role = Charter.additions().get(6);
      assertThat(refusal(and(newcomers(12), two, role))).as("%s", two).isNull();
      Edit channel = Charter.additions().get(8);
      assertThat(refusal(and(newcomers(12), two, role, channel))).isNotNull();
    }
    Edit machine = new Edit.OfMachine(null, People.machine("cd"));
    Edit role = Charter.additions().get(6);
    Edit channel = Charter.additions().get(8);
    Edit settings = Charter.changes().get(3);
    assertThat(refusal(and(newcomers(11), machine, role, channel, settings))).isNull();
    assertThat(
            refusal(
                and(
                    newcomers(11),
                    machine,
                    role,
                    channel,
                    settings,
                    Charter.binding(Charter.DAN, null))))
        .isNotNull();
  }

  @Test
  void aGroupTakesTwoItemsForEachWhoJoinsOrLeaves() {
    Person[] people =
        IntStream.range(0, 26).mapToObj(n -> People.person("member-" + n)).toArray(Person[]::new);
    Basis basis = Charter.with(BASIS, people);
    assertThat(Enacting.misfit(List.of(joined(people, 25)), basis, PREFIXES)).isNull();
    assertThat(
            Enacting.misfit(
                List.of(joined(people, 25), Charter.additions().get(6)), basis, PREFIXES))
        .isNotNull();
    assertThat(Enacting.misfit(List.of(joined(people, 26)), basis, PREFIXES)).isNotNull();
  }

  private static Edit joined(Person[] people, int count) {
    return new Edit.OfGroup(
        null,
        new Edit.OfGroup.Members(
            new Group(new GroupId("all"), "All", 1),
            People.ids(
                Stream.of(people)
                    .limit(count)
                    .map(each -> each.id().value())
                    .toArray(String[]::new))));
  }

  @Test
  void aPrefixThatOverlapsAnothersIsNobodys() {
    assertThat(refusal(environment("eu", "prod/eu/")))
        .isEqualTo(new Misfit("overlap", "secretPrefix", "overlaps the prefix of payments/prod"));
    assertThat(refusal(destination("second", "/payments/")))
        .isEqualTo(
            new Misfit(
                "overlap", "parameterPrefix", "overlaps the prefix of payments/destinations/ssm"));
    assertThat(refusal(Charter.changes().get(4), Charter.changes().get(7))).isNull();
  }

  @Test
  void twoClaimsOfOneRequestDoNotOverlapEither() {
    assertThat(message(environment("eu", "eu/"), environment("inner", "eu/inner/")))
        .isEqualTo("overlaps the prefix of payments/eu");
    assertThat(message(destination("one", "/one/"), destination("two", "/one/two/")))
        .isEqualTo("overlaps the prefix of payments/destinations/one");
    assertThat(refusal(environment("eu", "eu/"), environment("us", "us/"))).isNull();
  }

  @Test
  void aPrefixThatIsGivenUpIsFreeForTheNext() {
    Edit moved =
        new Edit.OfDestination(
            Rulebook.PAYMENTS, Charter.SSM, Charter.destination("ssm", "/moved/", 2));
    assertThat(refusal(moved, destination("second", "/payments/"))).isNull();
  }

  @Test
  void onlyEnvironmentsAndDestinationsClaimAPrefix() {
    assertThat(Charter.additions().stream().map(Claim::of))
        .containsExactly(
            null,
            null,
            null,
            null,
            new Claim("staging/", "payments/staging", "secretPrefix"),
            null,
            null,
            new Claim("/second/", "payments/destinations/second", "parameterPrefix"),
            null,
            null);
    assertThat(Enacting.claims(Charter.additions())).isTrue();
    assertThat(Enacting.claims(Charter.additions().subList(0, 4))).isFalse();
    assertThat(Enacting.claims(List.of())).isFalse();
  }

  @Test
  void eachSortIsWrittenAsItIsToBe() {
    List<Edit> all = Charter.additions();
    Prefixes claimed =
        new Prefixes(
            PREFIXES
                .claimed("staging/", "payments/staging")
                .claimed("/second/", "payments/destinations/second")
                .owners(),
            5);
    assertThat(entries(all.toArray(Edit[]::new)))
        .containsExactly(
            new Entry.OfPerson(null, People.person("eve")),
            new Entry.OfMachine(null, People.machine("cd", "dan")),
            new Entry.OfGroup(
                new Group(new GroupId("leads"), "Leads", 1),
                List.of(
                    People.person("bob").in(People.groups("leads")),
                    People.person("dan", "ops").in(People.groups("leads", "ops")))),
            new Entry.OfProject(((Edit.OfProject) all.get(3)).after()),
            new Entry.OfEnvironment(
                Rulebook.PAYMENTS, ((Edit.OfEnvironment) all.get(4)).after(), null),
            new Entry.OfBinding(
                Rulebook.PAYMENTS, Objects.requireNonNull(((Edit.OfBinding) all.get(5)).after())),
            new Entry.OfRole(Rulebook.PAYMENTS, ((Edit.OfRole) all.get(6)).after()),
            new Entry.OfDestination(
                Rulebook.PAYMENTS, ((Edit.OfDestination) all.get(7)).after(), claimed),
            new Entry.OfChannel(Rulebook.PAYMENTS, ((Edit.OfChannel) all.get(8)).after()),
            new Entry.OfPolicy(
                Rulebook.PAYMENTS,
                Objects.requireNonNull(((Edit.OfPolicy) all.get(9)).after()),
                MARK));
  }

  @Test
  void whatGoesIsTakenAwayAsItWas() {
    assertThat(entries(Charter.removals().toArray(Edit[]::new)))
        .containsExactly(
            new Entry.RemovalOfBinding(Rulebook.PAYMENTS, Charter.DAN),
            new Entry.RemovalOfPolicy(Rulebook.PAYMENTS, Charter.SECRETS, MARK));
    assertThat(entries(Charter.everywhere(Charter.ADA, null)))
        .containsExactly(new Entry.RemovalOfBinding(ProjectId.ORGANISATION, Charter.ADA));
  }

  @Test
  void theRegistryOfPrefixesIsWrittenOnceWithAllClaims() {
    List<Entry> entries =
        entries(environment("eu", "eu/"), environment("us", "us/"), Charter.additions().get(6));
    assertThat(((Entry.OfEnvironment) entries.get(0)).prefixes()).isNull();
    Prefixes all = Objects.requireNonNull(((Entry.OfEnvironment) entries.get(1)).prefixes());
    assertThat(all.version()).isEqualTo(PREFIXES.version() + 1);
    assertThat(all.owners())
        .containsEntry("eu/", "payments/eu")
        .containsEntry("us/", "payments/us")
        .containsAllEntriesOf(PREFIXES.owners());
    Destination moved = Charter.destination("ssm", "/moved/", 2);
    Entry one = entries(new Edit.OfDestination(Rulebook.PAYMENTS, Charter.SSM, moved)).getFirst();
    assertThat(Objects.requireNonNull(((Entry.OfDestination) one).prefixes()).owners())
        .containsOnlyKeys("/moved/", "prod/");
  }

  @Test
  void whoCeasesToOwnAMachineCeasesWhenItIsApplied() {
    Machine ci = People.machine("ci", "dan");
    Instant later = Proposals.NOON.plusSeconds(60);
    Entry entry =
        Enacting.entries(
                List.of(new Edit.OfMachine(ci, Charter.owned(ci, "bob"))),
                BASIS,
                PREFIXES,
                new Entry.Mark(MARK.by(), later))
            .getFirst();
    Machine written =
        new Machine(
            ci.id(),
            ci.name(),
            true,
            ci.subject(),
            People.ids("bob"),
            new TreeMap<>(Map.of(People.id("dan"), later)),
            2);
    assertThat(entry).isEqualTo(new Entry.OfMachine(ci, written));
  }

  @Test
  void whoJoinsIsWrittenAsTheChangesBeforeMakeThem() {
    Edit newcomer = new Edit.OfPerson(null, People.person("eve"));
    Edit joins = new Edit.OfGroup(Charter.operators(1, "dan"), Charter.operators(2, "dan", "bob"));
    Entry.OfGroup entry = (Entry.OfGroup) entries(newcomer, joins).getLast();
    assertThat(entry.group()).isEqualTo(new Group(Charter.OPS.id(), "Operators", 2));
    assertThat(entry.moved()).containsExactly(People.person("bob").in(People.groups("ops")));
    Person dan = People.person("dan", "ops");
    Person gone = signing(dan.in(People.groups()), dan.subject(), 2);
    Entry.OfGroup after =
        (Entry.OfGroup)
            entries(
                    new Edit.OfPerson(dan, gone),
                    new Edit.OfGroup(Charter.operators(1), Charter.operators(2, "dan")))
                .getLast();
    assertThat(after.moved()).containsExactly(gone.in(People.groups("ops")));
  }
}
