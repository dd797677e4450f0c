package io.countersign.sample;

import io.countersign.directory.Access;
import io.countersign.directory.Binding;
import io.countersign.directory.BindingId;
import io.countersign.directory.Directory;
import io.countersign.directory.Group;
import io.countersign.directory.GroupId;
import io.countersign.directory.Holder;
import io.countersign.directory.Machine;
import io.countersign.directory.Permission;
import io.countersign.directory.Person;
import io.countersign.directory.PersonId;
import io.countersign.directory.Role;
import io.countersign.directory.RoleId;
import io.countersign.directory.Setup;
import io.countersign.name.PathGlob;
import io.countersign.policy.Kind;
import io.countersign.policy.Oversight;
import io.countersign.policy.Policy;
import io.countersign.policy.PolicyId;
import io.countersign.policy.Requirement;
import io.countersign.policy.Rules;
import io.countersign.policy.Terms;
import io.countersign.project.Channel;
import io.countersign.project.ChannelId;
import io.countersign.project.Credential;
import io.countersign.project.Destination;
import io.countersign.project.DestinationId;
import io.countersign.project.Environment;
import io.countersign.project.EnvironmentId;
import io.countersign.project.Governance;
import io.countersign.project.Project;
import io.countersign.project.ProjectId;
import io.countersign.project.Sink;
import io.countersign.rule.Basis;
import io.countersign.rule.Edit;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The project {@code payments}, whose rules others have to agree to, with one thing of each sort.
 * Ada and Amy are admins of the whole organisation, Pat and Pia of the project alone; Dan is a
 * developer, and in the group of operators; Bob has no role.
 */
public final class Charter {
  public static final Setup OVER =
      Setup.begun(People.id("ada"), Proposals.NOON).ended(People.id("amy"), Proposals.NOON);
  public static final Project PROJECT =
      new Project(Rulebook.PAYMENTS, "Payments", Governance.POLICY, 1);
  public static final Group OPS = new Group(new GroupId("ops"), "Operators", 1);
  public static final Role RELEASER =
      role(1, Permission.SECRETS_PROPOSE, Permission.REQUESTS_MERGE);
  public static final Binding ADA = Rulebook.binding("ada", Role.ADMIN, "ada");
  public static final Binding AMY = Rulebook.binding("amy", Role.ADMIN, "amy");
  public static final Binding PAT = Rulebook.binding("pat", Role.ADMIN, "pat");
  public static final Binding PIA = Rulebook.binding("pia", Role.ADMIN, "pia");
  public static final Binding DAN = Rulebook.binding("dan", Role.DEVELOPER, "dan");
  public static final Binding OPERATORS =
      new Binding(
          new BindingId("operators"), RELEASER, new Holder.OneGroup(OPS.id()), null, null, 1);
  public static final Destination SSM =
      new Destination(
          new DestinationId("ssm"),
          Rulebook.PROD,
          PathGlob.ALL,
          new Sink.Parameters("/payments/prod/", false),
          1);
  public static final Channel TEAM =
      new Channel(
          new ChannelId("team"),
          new Channel.Place.Slack("C024BE91L"),
          new Credential("version-1", "cdef"),
          1);
  public static final Policy SECRETS =
      Rulebook.policy("two-of-us", Rulebook.requirement(2, "amy", "pat", "@ops"));

  private Charter() {}

  public static Basis basis() {
    return new Basis(rules(), directory());
  }

  /** The same, where the people are others. */
  public static Basis with(Basis basis, Person... people) {
    SortedMap<PersonId, Person> all = new TreeMap<>(basis.directory().people());
    List.of(people).forEach(each -> all.put(each.id(), each));
    Directory before = basis.directory();
    return new Basis(basis.rules(), new Directory(all, before.groups(), before.machines()));
  }

  public static Directory directory() {
    Directory people =
        People.directory(
            People.person("ada"),
            People.person("amy"),
            People.person("bob"),
            People.person("dan", "ops"),
            People.person("pat"),
            People.person("pia"));
    SortedMap<GroupId, Group> groups = new TreeMap<>();
    groups.put(OPS.id(), OPS);
    return People.with(
        new Directory(people.people(), groups, people.machines()), People.machine("ci", "dan"));
  }

  /** Of the project. */
  public static Rules rules() {
    SortedMap<EnvironmentId, Environment> environments = new TreeMap<>();
    environments.put(Rulebook.PROD, Rulebook.environment(Rulebook.PROD));
    return new Rules(
        PROJECT,
        environments,
        List.of(SECRETS),
        new Access(List.of(PAT, PIA, DAN, OPERATORS), List.of(ADA, AMY)),
        List.of(SSM),
        List.of(RELEASER),
        List.of(TEAM),
        List.of(AccessRules.grant(9, "dan", Proposals.NOON, Proposals.NOON.plusSeconds(9))),
        oversight());
  }

  /** Of the whole organisation, which has said nothing but that its setup is over. */
  public static Oversight oversight() {
    return new Oversight(Oversight.USUAL.organisation(), List.of(), OVER);
  }

  /** The organisation's settings, as first written. */
  public static Project organisation(Governance governance) {
    return new Project(ProjectId.ORGANISATION, "Organisation", governance, 1);
  }

  /** The role of the project's own, in that version. */
  public static Role role(long version, Permission... permissions) {
    return new Role(new RoleId("releaser"), EnumSet.copyOf(List.of(permissions)), version);
  }

  /** About changes of rules. */
  public static Policy asking(String id, Requirement... requirements) {
    return new Policy(
        new PolicyId(id),
        Kind.GOVERNANCE,
        id,
        List.of(),
        List.of(requirements),
        Terms.STRICT,
        Collections.emptySortedSet(),
        1);
  }

  /** The same in that version. */
  public static Policy version(long version, Policy policy) {
    return new Policy(
        policy.id(),
        policy.kind(),
        policy.name(),
        policy.targets(),
        policy.requirements(),
        policy.terms(),
        policy.channels(),
        version);
  }

  /** The same binding, which gives that role in that version. */
  public static Binding giving(Binding binding, Role role, long version) {
    return new Binding(
        binding.id(), role, binding.holder(), binding.environment(), binding.path(), version);
  }

  /** The operators, as they are to be in that version. */
  public static Edit.OfGroup.Members operators(long version, String... members) {
    return new Edit.OfGroup.Members(new Group(OPS.id(), OPS.name(), version), People.ids(members));
  }

  /** A change of a policy of the project's. */
  public static Edit policy(@Nullable Policy before, @Nullable Policy after) {
    return new Edit.OfPolicy(Rulebook.PAYMENTS, before, after);
  }

  /** A change of who has a role in the project. */
  public static Edit binding(@Nullable Binding before, @Nullable Binding after) {
    return new Edit.OfBinding(Rulebook.PAYMENTS, before, after);
  }

  /** A change of who has a role in the whole organisation. */
  public static Edit everywhere(@Nullable Binding before, @Nullable Binding after) {
    return new Edit.OfBinding(ProjectId.ORGANISATION, before, after);
  }

  /** A change of a thing of each sort. */
  public static List<Edit> changes() {
    Person bob = People.person("bob");
    Machine ci = People.machine("ci", "dan");
    Environment prod = Rulebook.environment(Rulebook.PROD);
    return List.of(
        new Edit.OfPerson(bob, People.at("robert@example.com", bob)),
        new Edit.OfMachine(ci, owned(ci, "bob")),
        new Edit.OfGroup(operators(1, "dan"), operators(2, "bob", "dan")),
        new Edit.OfProject(PROJECT, new Project(PROJECT.id(), "Billing", Governance.OPT_OUT, 2)),
        new Edit.OfEnvironment(Rulebook.PAYMENTS, prod, named("Production", prod)),
        binding(DAN, giving(DAN, Role.VIEWER, 2)),
        new Edit.OfRole(Rulebook.PAYMENTS, RELEASER, role(2, Permission.SECRETS_PROPOSE)),
        new Edit.OfDestination(Rulebook.PAYMENTS, SSM, destination("ssm", "/payments/other/", 2)),
        new Edit.OfChannel(Rulebook.PAYMENTS, TEAM, channel("team", 2)),
        policy(SECRETS, Rulebook.edited(SECRETS, Rulebook.requirement(1, "amy"))));
  }

  /** A new thing of each sort; the project is another. */
  public static List<Edit> additions() {
    ProjectId billing = ProjectId.of("billing");
    return List.of(
        new Edit.OfPerson(null, People.person("eve")),
        new Edit.OfMachine(null, People.machine("cd", "dan")),
        new Edit.OfGroup(
            null,
            new Edit.OfGroup.Members(
                new Group(new GroupId("leads"), "Leads", 1), People.ids("bob", "dan"))),
        new Edit.OfProject(null, new Project(billing, "Billing", Governance.POLICY, 1)),
        new Edit.OfEnvironment(Rulebook.PAYMENTS, null, Rulebook.environment(Rulebook.STAGING)),
        binding(null, Rulebook.binding("bob", Role.VIEWER, "bob")),
        new Edit.OfRole(
            Rulebook.PAYMENTS,
            null,
            new Role(new RoleId("auditor"), EnumSet.of(Permission.AUDIT_READ), 1)),
        new Edit.OfDestination(Rulebook.PAYMENTS, null, destination("second", "/second/", 1)),
        new Edit.OfChannel(Rulebook.PAYMENTS, null, channel("second", 1)),
        policy(null, asking("governors", Rulebook.requirement(1, "amy", "pat"))));
  }

  /** The end of whatever has one. */
  public static List<Edit> removals() {
    return List.of(binding(DAN, null), policy(SECRETS, null));
  }

  /** The machine in the version to come, which belongs to these. */
  public static Machine owned(Machine machine, String... owners) {
    return new Machine(
        machine.id(),
        machine.name(),
        machine.active(),
        machine.subject(),
        People.ids(owners),
        machine.ceased(),
        machine.version() + 1);
  }

  private static Environment named(String name, Environment before) {
    return new Environment(
        before.id(),
        name,
        before.secretPrefix(),
        before.kmsKeyArn(),
        before.rotatedKeys(),
        before.version() + 1);
  }

  public static Destination destination(String id, String prefix, long version) {
    return new Destination(
        new DestinationId(id),
        Rulebook.PROD,
        PathGlob.ALL,
        new Sink.Parameters(prefix, false),
        version);
  }

  private static Channel channel(String id, long version) {
    return new Channel(
        new ChannelId(id),
        new Channel.Place.Teams("example.com"),
        new Credential("version-2", "0123"),
        version);
  }
}
