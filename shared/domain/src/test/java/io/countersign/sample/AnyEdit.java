package io.countersign.sample;

import io.countersign.directory.Binding;
import io.countersign.directory.BindingId;
import io.countersign.directory.Group;
import io.countersign.directory.GroupId;
import io.countersign.directory.Holder;
import io.countersign.directory.MachineId;
import io.countersign.directory.Permission;
import io.countersign.directory.Role;
import io.countersign.directory.RoleId;
import io.countersign.name.PathGlob;
import io.countersign.name.SecretPrefix;
import io.countersign.policy.Policy;
import io.countersign.project.Environment;
import io.countersign.project.Governance;
import io.countersign.project.Project;
import io.countersign.project.ProjectId;
import io.countersign.project.RotatedKeys;
import io.countersign.property.Cases;
import io.countersign.revision.Digest;
import io.countersign.revision.Payload;
import io.countersign.revision.Scope;
import io.countersign.rule.Edit;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/** Random changes of rules; what was and what is to be have little in common. */
public final class AnyEdit {
  private AnyEdit() {}

  /** These, as if they bore on nothing else. */
  public static Payload.OfGovernance alone(ProjectId project, List<Edit> edits) {
    return new Payload.OfGovernance(project, edits, Collections.emptySortedMap());
  }

  /** Some of them. */
  public static Payload.OfGovernance payload(RandomGenerator random) {
    return new Payload.OfGovernance(
        project(random), Any.list(random, 3, () -> edit(random)), surroundings(random));
  }

  /** Of one project and perhaps another. */
  public static SortedMap<ProjectId, Digest> surroundings(RandomGenerator random) {
    SortedMap<ProjectId, Digest> surroundings = new TreeMap<>();
    for (ProjectId each : List.of(project(random), project(random))) {
      surroundings.put(each, new Digest("%064x".formatted(random.nextLong(Long.MAX_VALUE))));
    }
    return surroundings;
  }

  /** What some of them are about. */
  public static Scope scope(RandomGenerator random) {
    return payload(random).scope();
  }

  /** Of any sort. */
  public static Edit edit(RandomGenerator random) {
    return Cases.oneOf(random, all(random));
  }

  /** One of each sort. */
  public static List<Edit> all(RandomGenerator random) {
    ProjectId project = project(random);
    return List.of(
        new Edit.OfPerson(
            Any.maybe(random, () -> Any.wholePerson(random)), Any.wholePerson(random)),
        new Edit.OfMachine(Any.maybe(random, () -> Any.machine(random)), Any.machine(random)),
        new Edit.OfGroup(Any.maybe(random, () -> members(random)), members(random)),
        new Edit.OfProject(Any.maybe(random, () -> settings(random)), settings(random)),
        new Edit.OfEnvironment(
            project, Any.maybe(random, () -> environment(random)), environment(random)),
        binding(random, project),
        new Edit.OfRole(project, Any.maybe(random, () -> role(random)), role(random)),
        new Edit.OfDestination(
            project, Any.maybe(random, () -> AnyDestination.of(random)), AnyDestination.of(random)),
        new Edit.OfChannel(
            project, Any.maybe(random, () -> Any.channel(random)), Any.channel(random)),
        policy(random, project));
  }

  private static ProjectId project(RandomGenerator random) {
    return Cases.oneOf(
        random, List.of(Rulebook.PAYMENTS, ProjectId.of("billing"), ProjectId.ORGANISATION));
  }

  private static Edit binding(RandomGenerator random, ProjectId project) {
    Binding one = binding(random);
    return switch (random.nextInt(3)) {
      case 0 -> new Edit.OfBinding(project, null, one);
      case 1 -> new Edit.OfBinding(project, one, null);
      default -> new Edit.OfBinding(project, one, binding(random));
    };
  }

  private static Edit policy(RandomGenerator random, ProjectId project) {
    Policy one = Any.policy(random);
    return switch (random.nextInt(3)) {
      case 0 -> new Edit.OfPolicy(project, null, one);
      case 1 -> new Edit.OfPolicy(project, one, null);
      default -> new Edit.OfPolicy(project, one, Any.policy(random));
    };
  }

  private static Edit.OfGroup.Members members(RandomGenerator random) {
    return new Edit.OfGroup.Members(
        new Group(group(random), Any.text(random), Any.number(random)), Any.people(random, 0));
  }

  private static GroupId group(RandomGenerator random) {
    return new GroupId(Cases.oneOf(random, List.of("ops", "leads")));
  }

  private static Project settings(RandomGenerator random) {
    return new Project(
        project(random),
        Any.text(random),
        Cases.oneOf(random, List.of(Governance.values())),
        Any.number(random));
  }

  private static Environment environment(RandomGenerator random) {
    return new Environment(
        Any.environment(random),
        Any.text(random),
        new SecretPrefix(Cases.oneOf(random, List.of("prod/", "a/b/"))),
        Any.maybe(random, () -> Any.text(random)),
        Any.list(
            random,
            2,
            () -> new RotatedKeys(glob(random), new TreeSet<>(Set.of("key", Any.text(random))))),
        Any.number(random));
  }

  private static Binding binding(RandomGenerator random) {
    return new Binding(
        new BindingId("binding-" + random.nextInt(100)),
        random.nextBoolean() ? Cases.oneOf(random, Role.SHIPPED) : role(random),
        Cases.oneOf(
            random,
            List.of(
                new Holder.OnePerson(Any.person(random)),
                new Holder.OneMachine(new MachineId("ci")),
                new Holder.OneGroup(group(random)))),
        Any.maybe(random, () -> Any.environment(random)),
        Any.maybe(random, () -> glob(random)),
        Any.number(random));
  }

  private static PathGlob glob(RandomGenerator random) {
    return new PathGlob(Cases.oneOf(random, List.of("/**", "/db", "/a/*/b")));
  }

  private static Role role(RandomGenerator random) {
    return new Role(
        new RoleId("role-" + random.nextInt(100)),
        EnumSet.range(
            Permission.SECRETS_PROPOSE, Cases.oneOf(random, List.of(Permission.values()))),
        Any.number(random));
  }
}
