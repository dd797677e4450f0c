package io.countersign.explore.rules;

import io.countersign.directory.Access;
import io.countersign.directory.Actor;
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
import io.countersign.directory.PersonId;
import io.countersign.directory.Role;
import io.countersign.directory.RoleId;
import io.countersign.directory.Setup;
import io.countersign.directory.Subject;
import io.countersign.name.PathGlob;
import io.countersign.name.SecretPrefix;
import io.countersign.policy.Kind;
import io.countersign.policy.Oversight;
import io.countersign.policy.Policy;
import io.countersign.policy.PolicyId;
import io.countersign.policy.Requirement;
import io.countersign.policy.Rules;
import io.countersign.policy.Target;
import io.countersign.policy.Terms;
import io.countersign.project.Environment;
import io.countersign.project.EnvironmentId;
import io.countersign.project.Governance;
import io.countersign.project.Project;
import io.countersign.project.ProjectId;
import io.countersign.revision.Revision;
import io.countersign.rule.Basis;
import io.countersign.rule.Edit;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Ada is an admin and wants to loosen what protects production. She also signs in as Alt, a
 * developer, and owns Bot, a machine that is an admin. Bob is the other admin.
 */
final class Cast {
  static final String ADA = "ada";
  static final String ALT = "alt";
  static final MachineId BOT = new MachineId("bot");
  static final Instant NOW = Proposals.NOON;
  static final RoleId WATCHER = new RoleId("watcher");

  private static final GroupId SECURITY = new GroupId("security");
  private static final Project PROJECT =
      new Project(Rulebook.PAYMENTS, "Payments", Governance.POLICY, 1);
  private static final Policy TWO =
      new Policy(
          new PolicyId("two"),
          "Two",
          List.of(new Target(Rulebook.PROD, PathGlob.ALL)),
          List.of(requirement(2)),
          Terms.STRICT,
          1);

  private static final PolicyId TWIN = new PolicyId("twin");

  private Cast() {}

  private static Requirement requirement(int approvals, String... people) {
    return new Requirement(approvals, People.ids(people), new TreeSet<>(List.of(SECURITY)));
  }

  private static Policy policy(Policy of, String name, int approvals, long version) {
    return new Policy(
        of.id(),
        of.kind(),
        name,
        of.targets(),
        List.of(requirement(approvals)),
        of.terms(),
        of.channels(),
        version);
  }

  static Basis start() {
    SortedMap<PersonId, Person> people = new TreeMap<>();
    for (String name : List.of(ADA, "bob", ALT, "dan")) {
      people.put(People.id(name), People.person(name));
    }
    for (String name : List.of("amy", "cem", "eli")) {
      people.put(People.id(name), People.person(name, SECURITY.value()));
    }
    SortedMap<GroupId, Group> groups = new TreeMap<>();
    groups.put(SECURITY, new Group(SECURITY, "Security", 1));
    Machine bot =
        new Machine(
            BOT,
            "Bot",
            true,
            new Subject("https://issuer.example.com", "bot"),
            People.ids(ADA),
            new TreeMap<>(),
            1);
    SortedMap<MachineId, Machine> machines = new TreeMap<>(Map.of(BOT, bot));
    SortedMap<EnvironmentId, Environment> environments = new TreeMap<>();
    environments.put(Rulebook.PROD, Rulebook.environment(Rulebook.PROD));
    Role watcher = new Role(WATCHER, EnumSet.of(Permission.REQUESTS_READ), 1);
    List<Binding> bindings =
        List.of(
            Rulebook.binding("alt", Role.DEVELOPER, ALT),
            Rulebook.binding("dan", Role.DEVELOPER, "dan"),
            new Binding(new BindingId("watch"), watcher, one(ALT), null, null, 1));
    List<Binding> everywhere =
        List.of(
            Rulebook.binding("first-admin", Role.ADMIN, ADA),
            Rulebook.binding("second", Role.ADMIN, "bob"),
            new Binding(
                new BindingId("bot"), Role.ADMIN, new Holder.OneMachine(BOT), null, null, 1));
    Setup setup = Setup.begun(People.id(ADA), NOW).ended(People.id("bob"), NOW);
    Rules rules =
        new Rules(
            PROJECT,
            environments,
            List.of(TWO),
            new Access(bindings, everywhere),
            List.of(),
            List.of(watcher),
            List.of(),
            List.of(),
            new Oversight(Oversight.USUAL.organisation(), List.of(), setup));
    return new Basis(rules, new Directory(people, groups, machines));
  }

  private static Holder one(String person) {
    return new Holder.OnePerson(People.id(person));
  }

  /** Others have agreed that three must approve. */
  static Basis stricter(Basis basis) {
    Policy now = two(basis);
    return now == null
        ? basis
        : basis.with(
            new Edit.OfPolicy(PROJECT.id(), now, policy(now, now.name(), 3, now.version() + 1)));
  }

  /** It asks for the same in the same place. */
  private static Policy twin(Policy of) {
    return new Policy(
        TWIN, of.kind(), "Twin", of.targets(), of.requirements(), of.terms(), of.channels(), 1);
  }

  private static Policy two(Basis basis) {
    return basis.rules().policies().stream()
        .filter(each -> each.id().equals(TWO.id()))
        .findFirst()
        .orElse(TWO);
  }

  static List<Edit> renamed(Basis basis) {
    Policy now = two(basis);
    int approvals = now.requirements().getFirst().approvals();
    return List.of(
        new Edit.OfPolicy(PROJECT.id(), now, policy(now, "Renamed", approvals, now.version() + 1)));
  }

  /** What Ada would like, written against what is there. */
  static SequencedMap<String, List<Edit>> wishes(Basis basis) {
    ProjectId project = PROJECT.id();
    Policy now = two(basis);
    Directory directory = basis.directory();
    SequencedMap<String, List<Edit>> wishes = new LinkedHashMap<>();
    wishes.put("rename", renamed(basis));
    wishes.put(
        "lower",
        List.of(new Edit.OfPolicy(project, now, policy(now, now.name(), 1, now.version() + 1))));
    wishes.put("delete", List.of(new Edit.OfPolicy(project, now, null)));
    Policy twin =
        basis.rules().policies().stream()
            .filter(each -> each.id().equals(TWIN))
            .findFirst()
            .orElse(null);
    if (twin == null) {
      wishes.put("twin", List.of(new Edit.OfPolicy(project, null, twin(now))));
    } else {
      wishes.put("delete twin", List.of(new Edit.OfPolicy(project, twin, null)));
    }
    Policy closer =
        new Policy(
            new PolicyId("closer"),
            "Closer",
            List.of(new Target(Rulebook.PROD, new PathGlob("/db"))),
            List.of(requirement(1, ALT)),
            Terms.STRICT,
            1);
    wishes.put("closer", List.of(new Edit.OfPolicy(project, null, closer)));
    Policy own =
        new Policy(
            new PolicyId("own"),
            Kind.GOVERNANCE,
            "Own",
            List.of(),
            List.of(new Requirement(1, People.ids(ALT), new TreeSet<>())),
            Terms.STRICT,
            new TreeSet<>(),
            1);
    wishes.put("own governance", List.of(new Edit.OfPolicy(project, null, own)));
    wishes.put(
        "own governance of all", List.of(new Edit.OfPolicy(ProjectId.ORGANISATION, null, own)));
    Project open = basis.rules().project();
    wishes.put(
        "opt out",
        List.of(
            new Edit.OfProject(
                open,
                new Project(open.id(), open.name(), Governance.OPT_OUT, open.version() + 1))));
    wishes.put(
        "opt out of all",
        List.of(
            new Edit.OfProject(
                null, new Project(ProjectId.ORGANISATION, "Organisation", Governance.OPT_OUT, 1))));
    Edit.OfGroup.Members members = basis.members(SECURITY);
    if (members != null) {
      SortedSet<PersonId> more = new TreeSet<>(members.people());
      more.add(People.id(ALT));
      Group group = members.group();
      wishes.put(
          "accomplice",
          List.of(
              new Edit.OfGroup(
                  members,
                  new Edit.OfGroup.Members(
                      new Group(group.id(), group.name(), group.version() + 1), more))));
    }
    Person bob = directory.people().get(People.id("bob"));
    Person alt = directory.people().get(People.id(ALT));
    if (bob != null && alt != null) {
      wishes.put(
          "deactivate Bob", List.of(new Edit.OfPerson(bob, written(bob, false, bob.subject()))));
      wishes.put(
          "sign in as Bob",
          List.of(
              new Edit.OfPerson(
                  bob, written(bob, false, new Subject("https://issuer.example.com", "third")))));
      wishes.put(
          "another Bob",
          List.of(
              new Edit.OfPerson(
                  bob, written(bob, true, new Subject("https://issuer.example.com", "third")))));
    }
    Role watcher = basis.rules().roles().stream().findFirst().orElseThrow();
    wishes.put(
        "role",
        List.of(
            new Edit.OfRole(
                project,
                watcher,
                new Role(WATCHER, EnumSet.allOf(Permission.class), watcher.version() + 1))));
    wishes.put(
        "binding",
        List.of(
            new Edit.OfBinding(
                project,
                null,
                new Binding(new BindingId("more"), Role.ADMIN, one(ALT), null, null, 1))));
    wishes.put(
        "binding of all",
        List.of(
            new Edit.OfBinding(
                ProjectId.ORGANISATION,
                null,
                new Binding(new BindingId("more"), Role.ADMIN, one(ALT), null, null, 1))));
    Machine bot = directory.machines().get(BOT);
    if (bot != null) {
      wishes.put(
          "disown Bot",
          List.of(
              new Edit.OfMachine(
                  bot,
                  new Machine(
                      BOT,
                      bot.name(),
                      true,
                      bot.subject(),
                      People.ids(ALT),
                      bot.ceasedWith(People.ids(ALT), NOW),
                      bot.version() + 1))));
    }
    EnvironmentId side = new EnvironmentId("side");
    wishes.put(
        "side door",
        List.of(
            new Edit.OfEnvironment(
                project,
                null,
                new Environment(side, "Side", new SecretPrefix("prod/"), null, List.of(), 1))));
    return wishes;
  }

  private static Person written(Person of, boolean active, @Nullable Subject subject) {
    return new Person(
        of.id(), of.name(), of.email(), active, subject, of.groups(), of.version() + 1);
  }

  /** Dan's open change of production. */
  static Revision change(Basis basis) {
    return Proposals.revision(
        People.ids("dan"),
        basis.rules().bind(List.of(Rulebook.DB), basis.directory()),
        Rulebook.DB);
  }

  static Actor actor(String name, Basis basis) {
    return name.equals("bot")
        ? Actor.of(Objects.requireNonNull(basis.directory().machines().get(BOT)))
        : Actor.of(Objects.requireNonNull(basis.directory().person(People.id(name))));
  }
}
