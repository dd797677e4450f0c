package io.countersign.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.countersign.directory.Binding;
import io.countersign.directory.BindingId;
import io.countersign.directory.Directory;
import io.countersign.directory.Group;
import io.countersign.directory.GroupId;
import io.countersign.directory.Holder;
import io.countersign.directory.Machine;
import io.countersign.directory.MachineId;
import io.countersign.directory.Permission;
import io.countersign.directory.Person;
import io.countersign.directory.Role;
import io.countersign.directory.RoleId;
import io.countersign.directory.Subject;
import io.countersign.name.PathGlob;
import io.countersign.name.SecretPrefix;
import io.countersign.policy.AccessTerms;
import io.countersign.policy.Bypass;
import io.countersign.policy.Kind;
import io.countersign.policy.LinkVoting;
import io.countersign.policy.Policy;
import io.countersign.policy.Reminders;
import io.countersign.policy.Terms;
import io.countersign.project.ChannelId;
import io.countersign.project.Environment;
import io.countersign.project.EnvironmentId;
import io.countersign.project.RotatedKeys;
import io.countersign.property.Cases;
import io.countersign.sample.AccessRules;
import io.countersign.sample.AnyEdit;
import io.countersign.sample.Charter;
import io.countersign.sample.People;
import io.countersign.sample.Rulebook;
import io.countersign.sample.Variants;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a change of rules changes, fact by fact, for people. */
class DifferenceTest {
  private static final Directory PEOPLE = directory();

  private static Directory directory() {
    Directory people =
        People.directory(
            named("amy", "Amy Adams"), named("bob", "Bob Brown"), named("dan", "Dan Dean"));
    Directory grouped = Charter.directory();
    return People.with(
        new Directory(people.people(), grouped.groups(), people.machines()),
        People.machine("ci", "dan"));
  }

  private static Person named(String id, String name) {
    Person person = People.person(id);
    return new Person(
        person.id(),
        name,
        person.email(),
        person.active(),
        person.subject(),
        person.groups(),
        person.version());
  }

  private static List<String> of(Edit edit) {
    return Difference.of(edit, Names.in(PEOPLE, List.of(edit))).stream()
        .map(DifferenceTest::words)
        .toList();
  }

  private static String words(Difference one) {
    return one.label() + ": " + said(one.before()) + " -> " + said(one.after());
  }

  private static String said(@Nullable String text) {
    return text == null ? "-" : text;
  }

  @Test
  void eachSortSaysWhatIsNew() {
    List<Edit> all = Charter.additions();
    assertThat(of(all.get(0)))
        .containsExactly(
            "Name: - -> eve",
            "Mail: - -> eve@example.com",
            "May sign in: - -> yes",
            "Signs in as: - -> subject-of-eve of https://issuer.example.com");
    assertThat(of(all.get(1)))
        .containsExactly(
            "Name: - -> cd",
            "May sign in: - -> yes",
            "Signs in as: - -> subject-of-machine-cd of https://issuer.example.com",
            "Owners: - -> Dan Dean");
    assertThat(of(all.get(2)))
        .containsExactly("Name: - -> Leads", "Members: - -> Bob Brown, Dan Dean");
    assertThat(of(all.get(3)))
        .containsExactly(
            "Name: - -> Billing", "Changes of its rules: - -> need the agreement of others");
    assertThat(of(all.get(4)))
        .containsExactly("Name: - -> staging", "Secrets under: - -> staging/");
    assertThat(of(all.get(5)))
        .containsExactly(
            "Given to: - -> Bob Brown",
            "Role: - -> viewer",
            "Permissions: - -> requests:read",
            "Where: - -> everywhere");
    assertThat(of(all.get(6))).containsExactly("Permissions: - -> audit:read");
    assertThat(of(all.get(7)))
        .containsExactly("Writes to: - -> SSM parameters under /second/", "Takes: - -> prod:/**");
    assertThat(of(all.get(8)))
        .containsExactly(
            "Place: - -> Microsoft Teams at example.com",
            "Credential: - -> ends in 0123 (version version-2)");
    assertThat(of(all.get(9)))
        .containsExactly(
            "Name: - -> governors",
            "About: - -> changes of rules",
            "Approvals needed: - -> 1",
            "Who may approve: - -> Amy Adams, pat",
            "Authors may approve: - -> no",
            "Rejections that end a request: - -> 1",
            "Requests stay open for: - -> 14 days",
            "Agreed requests merge by themselves: - -> no",
            "Who may bypass the approvers: - -> nobody",
            "Approvers may see proposed values: - -> no",
            "Approvers may vote by mail: - -> no");
  }

  @Test
  void eachSortSaysOnlyWhatChanges() {
    assertThat(Charter.changes().stream().map(DifferenceTest::of))
        .containsExactly(
            List.of("Mail: bob@example.com -> robert@example.com"),
            List.of("Owners: Dan Dean -> Bob Brown"),
            List.of("Members: Dan Dean -> Bob Brown, Dan Dean"),
            List.of(
                "Name: Payments -> Billing",
                "Changes of its rules: need the agreement of others -> need nobody's agreement"),
            List.of("Name: prod -> Production"),
            List.of(
                "Role: developer -> viewer",
                "Permissions: secrets:propose, requests:read -> requests:read"),
            List.of("Permissions: secrets:propose, requests:merge -> secrets:propose"),
            List.of(
                "Writes to: SSM parameters under /payments/prod/ -> SSM parameters under"
                    + " /payments/other/"),
            List.of(
                "Place: Slack C024BE91L -> Microsoft Teams at example.com",
                "Credential: ends in cdef (version version-1) -> ends in 0123 (version version-2)"),
            List.of(
                "Approvals needed: 2 -> 1",
                "Who may approve: Amy Adams, pat, group Operators -> Amy Adams"));
  }

  @Test
  void whatGoesIsSaidInFull() {
    assertThat(of(Charter.removals().getFirst()))
        .containsExactly(
            "Given to: Dan Dean -> -",
            "Role: developer -> -",
            "Permissions: secrets:propose, requests:read -> -",
            "Where: everywhere -> -");
    assertThat(of(Charter.removals().getLast()))
        .startsWith(
            "Name: two-of-us -> -", "About: changes of secrets -> -", "Holds on: prod:/** -> -")
        .allSatisfy(each -> assertThat(each).endsWith(" -> -"));
  }

  @Test
  void whoeverLosesTheirSignInSignsInAsNobody() {
    Person dan = People.person("dan", "ops");
    Edit unbound = new Edit.OfPerson(dan, People.gone(People.unbound(dan)));
    assertThat(of(unbound))
        .containsExactly(
            "May sign in: yes -> no",
            "Signs in as: subject-of-dan of https://issuer.example.com -> -");
    assertThat(of(new Edit.OfPerson(null, dan))).contains("Groups: - -> Operators");
    assertThat(of(new Edit.OfMachine(null, People.machine("cd")))).contains("Owners: - -> nobody");
    assertThat(of(new Edit.OfGroup(Charter.operators(1, "dan"), Charter.operators(2))))
        .containsExactly("Members: Dan Dean -> nobody");
  }

  @Test
  void anEnvironmentSaysWhatEncryptsItAndWhatRotates() {
    Environment prod = Rulebook.environment(Rulebook.PROD);
    Environment next =
        new Environment(
            prod.id(),
            prod.name(),
            new SecretPrefix("production/"),
            "arn:key",
            List.of(rotated("/db", "PASSWORD", "USER"), rotated("/web/**", "TOKEN")),
            2);
    assertThat(of(new Edit.OfEnvironment(Rulebook.PAYMENTS, prod, next)))
        .containsExactly(
            "Secrets under: prod/ -> production/",
            "Encrypted with: - -> arn:key",
            "Keys left to rotation: - -> PASSWORD of /db, USER of /db, TOKEN of /web/**");
  }

  private static RotatedKeys rotated(String glob, String... keys) {
    return new RotatedKeys(new PathGlob(glob), new TreeSet<>(Set.of(keys)));
  }

  @Test
  void aRoleSaysWhoHasItAndWhere() {
    assertThat(of(held(new Holder.OneMachine(new MachineId("ci")), null)))
        .contains("Given to: - -> machine ci", "Where: - -> prod");
    assertThat(of(held(new Holder.OneGroup(Charter.OPS.id()), new PathGlob("/db/**"))))
        .contains("Given to: - -> group Operators", "Where: - -> prod, /db/**");
  }

  private static Edit held(Holder holder, @Nullable PathGlob path) {
    return Charter.binding(
        null, new Binding(new BindingId("some"), Role.VIEWER, holder, Rulebook.PROD, path, 1));
  }

  @Test
  void aPolicySaysAllItsTerms() {
    Terms terms =
        new Terms(
            true,
            2,
            Duration.parse("P1DT2H1M"),
            Duration.ofHours(1),
            true,
            new Bypass.Chosen(People.ids("amy", "bob"), People.groups("ops")),
            true,
            new Reminders(Duration.ofHours(2), Duration.ofMinutes(90), 3),
            LinkVoting.WITH_CODE,
            new AccessTerms(Duration.ofDays(2), true));
    SortedSet<ChannelId> channels =
        new TreeSet<>(Set.of(new ChannelId("team"), new ChannelId("all")));
    Policy policy =
        new Policy(
            Charter.SECRETS.id(),
            Kind.ACCESS,
            "Access",
            List.of(AccessRules.at("/a"), AccessRules.at("/b")),
            List.of(Rulebook.requirement(1, "amy", "@ops"), Rulebook.requirement(2, "bob")),
            terms,
            channels,
            1);
    assertThat(of(Charter.policy(null, policy)))
        .containsExactly(
            "Name: - -> Access",
            "About: - -> access for a time",
            "Holds on: - -> prod:/a, prod:/b",
            "Approvals needed: - -> 1",
            "Who may approve: - -> Amy Adams, group Operators",
            "Approvals needed (2): - -> 2",
            "Who may approve (2): - -> Bob Brown",
            "Authors may approve: - -> yes",
            "Rejections that end a request: - -> 2",
            "Requests stay open for: - -> 1 day 2 hours 1 minute",
            "Agreed requests may be merged for: - -> 1 hour",
            "Agreed requests merge by themselves: - -> yes",
            "Who may bypass the approvers: - -> Amy Adams, Bob Brown, group Operators",
            "Approvers may see proposed values: - -> yes",
            "Approvers may vote by mail: - -> yes",
            "Approvers are reminded: - -> after 2 hours, every 1 hour 30 minutes, 3 times at most",
            "Access lasts for: - -> 2 days at most",
            "Access needs a reason: - -> yes",
            "Tells the channels: - -> all, team");
    assertThat(
            of(
                Charter.policy(
                    Charter.SECRETS, Rulebook.bypass(new Bypass.Anyone(), Charter.SECRETS))))
        .containsExactly("Who may bypass the approvers: nobody -> anyone");
  }

  @Test
  void spansAreSaidToTheLetter() {
    assertThat(open(Duration.ofSeconds(61))).isEqualTo("1 minute 1 second");
    assertThat(open(Duration.ofSeconds(122))).isEqualTo("2 minutes 2 seconds");
    assertThat(open(Duration.ofMinutes(1).plusNanos(1))).isEqualTo("PT1M0.000000001S");
    assertThat(open(Duration.ofDays(400).plusHours(23))).isEqualTo("400 days 23 hours");
  }

  private static @Nullable String open(Duration pendingFor) {
    Terms terms = new Terms(false, 1, pendingFor, null, false, new Bypass.Off(), false);
    Edit edit = Charter.policy(Charter.SECRETS, Rulebook.with(Charter.SECRETS, terms));
    return Difference.of(edit, Names.in(PEOPLE, List.of(edit))).getFirst().after();
  }

  private static Difference only(Edit edit) {
    List<Difference> all = Difference.of(edit, Names.in(PEOPLE, List.of(edit)));
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  private static Difference.@Nullable Moves moves(Edit edit) {
    return only(edit).moves();
  }

  @Test
  void ofAListItSaysWhoJoinsLeavesAndStays() {
    Edit group =
        new Edit.OfGroup(Charter.operators(1, "amy", "dan"), Charter.operators(2, "bob", "dan"));
    assertThat(moves(group))
        .isEqualTo(
            new Difference.Moves(List.of("Bob Brown"), List.of("Amy Adams"), List.of("Dan Dean")));
    assertThat(moves(Charter.changes().get(6)))
        .isEqualTo(
            new Difference.Moves(List.of(), List.of("requests:merge"), List.of("secrets:propose")));
    Edit grouped = new Edit.OfPerson(People.person("dan"), People.person("dan", "ops"));
    assertThat(moves(grouped))
        .isEqualTo(new Difference.Moves(List.of("Operators"), List.of(), List.of()));
    Edit bypass =
        Charter.policy(Charter.SECRETS, Rulebook.bypass(new Bypass.Anyone(), Charter.SECRETS));
    assertThat(moves(bypass))
        .isEqualTo(new Difference.Moves(List.of("anyone"), List.of(), List.of()));
    Edit owner = Charter.changes().get(1);
    assertThat(moves(owner))
        .isEqualTo(new Difference.Moves(List.of("Bob Brown"), List.of("Dan Dean"), List.of()));
    assertThat(moves(Charter.changes().get(4))).as("a name is no list").isNull();
  }

  @Test
  void whoeverIsCalledAsWhatIsSaidOtherwiseIsSeen() {
    Edit anyone =
        Charter.policy(
            Rulebook.bypass(chosen("anyone"), Charter.SECRETS),
            Rulebook.bypass(new Bypass.Anyone(), Charter.SECRETS));
    assertThat(moves(anyone))
        .isEqualTo(new Difference.Moves(List.of("anyone"), List.of("anyone"), List.of()));
    Edit nobody =
        Charter.policy(
            Rulebook.bypass(new Bypass.Off(), Charter.SECRETS),
            Rulebook.bypass(chosen("nobody"), Charter.SECRETS));
    assertThat(moves(nobody))
        .isEqualTo(new Difference.Moves(List.of("nobody"), List.of(), List.of()));
  }

  private static Bypass chosen(String person) {
    return new Bypass.Chosen(People.ids(person), Collections.emptySortedSet());
  }

  @Test
  void howSomebodyIsReachedAndSignsInIsForFewAndThatItChangesForAll() {
    List<Difference> all =
        Difference.of(Charter.additions().getFirst(), Names.in(PEOPLE, List.of()));
    assertThat(all.stream().map(Difference::forAll))
        .containsExactly(
            all.get(0),
            new Difference("Mail", null, null, null, Difference.Reach.WITHHELD),
            all.get(2),
            new Difference("Signs in as", null, null, null, Difference.Reach.WITHHELD));
    assertThat(all)
        .extracting(Difference::reach)
        .containsExactly(
            Difference.Reach.ALL, Difference.Reach.FEW, Difference.Reach.ALL, Difference.Reach.FEW);
    Edit unbound = new Edit.OfPerson(People.person("dan"), People.unbound(People.person("dan")));
    assertThat(only(unbound).reach()).isEqualTo(Difference.Reach.FEW);
  }

  @Test
  void whoIsNewInTheSameRequestIsCalledByTheirName() {
    Person eve = named("eve", "Eve Evans");
    Machine cd = People.machine("cd");
    Machine deployer =
        new Machine(
            cd.id(), "Deployer", true, cd.subject(), cd.owners(), Collections.emptySortedMap(), 1);
    Group leads = new Group(new GroupId("leads"), "Team leads", 1);
    List<Edit> edits =
        List.of(
            new Edit.OfPerson(null, eve),
            new Edit.OfMachine(null, deployer),
            new Edit.OfGroup(null, new Edit.OfGroup.Members(leads, People.ids("eve"))),
            new Edit.OfPerson(People.person("bob"), named("bob", "Robert")),
            Charter.policy(Charter.SECRETS, null));
    Names names = Names.in(PEOPLE, edits);
    assertThat(names.of(eve.id())).isEqualTo("Eve Evans");
    assertThat(names.of(deployer.id())).isEqualTo("Deployer");
    assertThat(names.of(leads.id())).isEqualTo("Team leads");
    assertThat(names.of(People.id("bob"))).isEqualTo("Bob Brown");
    assertThat(names.of(new MachineId("ci"))).isEqualTo("ci");
    assertThat(names.of(Charter.OPS.id())).isEqualTo("Operators");
    assertThat(names.of(People.id("nobody"))).isEqualTo("nobody");
    assertThat(names.of(new GroupId("none"))).isEqualTo("none");
  }

  @Test
  void whoIsCalledAsSomebodyElseIsToldApart() {
    Group other = new Group(new GroupId("fakes"), "Operators", 1);
    List<Edit> edits =
        List.of(
            new Edit.OfPerson(null, named("eve", "Amy Adams")),
            new Edit.OfGroup(null, new Edit.OfGroup.Members(other, People.ids("eve"))));
    Names names = Names.in(PEOPLE, edits);
    assertThat(names.of(People.id("eve"))).isEqualTo("Amy Adams (eve)");
    assertThat(names.of(People.id("amy"))).isEqualTo("Amy Adams (amy)");
    assertThat(names.of(other.id())).isEqualTo("Operators (fakes)");
    assertThat(names.of(People.id("bob"))).isEqualTo("Bob Brown");
  }

  @Test
  void nothingThatAVoterHasToKnowIsLeftOut() {
    // The version says nothing by itself, nor when somebody ceased to own a machine; and an id
    // is what the thing is known by, of which an edit has one.
    Set<String> silent =
        Set.of(
            "Person.version",
            "Person.id",
            "Machine.version",
            "Machine.id",
            "Machine.ceased",
            "Group.version",
            "Group.id",
            "Project.version",
            "Project.id",
            "Environment.version",
            "Environment.id",
            "Binding.version",
            "Binding.id",
            "Role.version",
            "Role.id",
            "Destination.version",
            "Destination.id",
            "Channel.version",
            "Channel.id",
            "Policy.version",
            "Policy.id");
    Cases.each(
        100,
        random -> {
          for (Edit edit : AnyEdit.all(random)) {
            Record one = edit.after() == null ? edit.before() : edit.after();
            Description facts = new Description(Names.in(PEOPLE, List.of()));
            if (one != null && !ofGovernance(one)) {
              for (Variants.Variant<Record> other : Variants.of(one)) {
                if (other.place().stream().noneMatch(silent::contains)) {
                  assertThat(facts.of(other.value()))
                      .as("%s", other.place())
                      .isNotEqualTo(facts.of(one));
                }
              }
            }
          }
        });
  }

  /** Such a policy holds nowhere in particular. */
  private static boolean ofGovernance(Record one) {
    return one instanceof Policy policy && policy.kind() == Kind.GOVERNANCE;
  }

  @Test
  void nothingIsNoThing() {
    Description facts = new Description(Names.in(PEOPLE, List.of()));
    assertThat(facts.of(null)).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> facts.of(new Subject("a", "b")));
    assertThat(
            facts.of(
                new Role(
                    new RoleId("own"),
                    EnumSet.of(Permission.AUDIT_READ, Permission.SECRETS_PROPOSE),
                    1)))
        .hasEntrySatisfying(
            "Permissions",
            each -> assertThat(each.text()).isEqualTo("secrets:propose, audit:read"));
    assertThat(facts.of(Rulebook.environment(new EnvironmentId("some"))))
        .containsOnlyKeys("Name", "Secrets under");
  }
}
