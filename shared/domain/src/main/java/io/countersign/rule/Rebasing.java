package io.countersign.rule;

import io.countersign.directory.Binding;
import io.countersign.directory.Group;
import io.countersign.directory.GroupId;
import io.countersign.directory.Machine;
import io.countersign.directory.Person;
import io.countersign.directory.PersonId;
import io.countersign.directory.Role;
import io.countersign.policy.Policy;
import io.countersign.project.Channel;
import io.countersign.project.Destination;
import io.countersign.project.Environment;
import io.countersign.project.Project;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The same edits, written against what is there now. */
public final class Rebasing {
  private Rebasing() {}

  /** What is to go and is gone already needs no edit: none is left of it. */
  public static List<Edit> onto(List<Edit> edits, Basis basis) {
    List<Edit> rebased = new ArrayList<>();
    Basis now = basis;
    for (Edit edit : edits) {
      Edit next = onto(edit, now);
      if (next != null) {
        rebased.add(next);
        now = now.with(next);
      }
    }
    return rebased;
  }

  private static @Nullable Edit onto(Edit edit, Basis basis) {
    Record present = basis.present(edit);
    return switch (edit) {
      case Edit.OfPerson(_, Person after) -> {
        Person before = (Person) present;
        SortedSet<GroupId> groups = before == null ? new TreeSet<>() : before.groups();
        yield new Edit.OfPerson(
            before,
            new Person(
                after.id(),
                after.name(),
                after.email(),
                after.active(),
                after.subject(),
                groups,
                next(before, Person::version)));
      }
      case Edit.OfMachine(_, Machine after) -> {
        Machine before = (Machine) present;
        SortedMap<PersonId, Instant> ceased = before == null ? new TreeMap<>() : before.ceased();
        yield new Edit.OfMachine(
            before,
            new Machine(
                after.id(),
                after.name(),
                after.active(),
                after.subject(),
                after.owners(),
                ceased,
                next(before, Machine::version)));
      }
      case Edit.OfGroup(_, var after) -> {
        Edit.OfGroup.Members before = (Edit.OfGroup.Members) present;
        Group group = after.group();
        long version = next(before, each -> each.group().version());
        yield new Edit.OfGroup(
            before,
            new Edit.OfGroup.Members(new Group(group.id(), group.name(), version), after.people()));
      }
      case Edit.OfProject(_, Project after) -> {
        Project before = (Project) present;
        yield new Edit.OfProject(
            before,
            new Project(
                after.id(), after.name(), after.governance(), next(before, Project::version)));
      }
      case Edit.OfEnvironment(var project, _, Environment after) -> {
        Environment before = (Environment) present;
        yield new Edit.OfEnvironment(
            project,
            before,
            new Environment(
                after.id(),
                after.name(),
                after.secretPrefix(),
                after.kmsKeyArn(),
                after.rotatedKeys(),
                next(before, Environment::version)));
      }
      case Edit.OfBinding(var project, _, Binding after) -> {
        Binding before = (Binding) present;
        if (before == null && after == null) {
          yield null;
        }
        yield new Edit.OfBinding(
            project,
            before,
            after == null
                ? null
                : new Binding(
                    after.id(),
                    present(after.role(), basis),
                    after.holder(),
                    after.environment(),
                    after.path(),
                    next(before, Binding::version)));
      }
      case Edit.OfRole(var project, _, Role after) -> {
        Role before = (Role) present;
        yield new Edit.OfRole(
            project,
            before,
            new Role(after.id(), after.permissions(), next(before, Role::version)));
      }
      case Edit.OfDestination(var project, _, Destination after) -> {
        Destination before = (Destination) present;
        yield new Edit.OfDestination(
            project,
            before,
            new Destination(
                after.id(),
                after.environment(),
                after.path(),
                after.sink(),
                next(before, Destination::version)));
      }
      case Edit.OfChannel(var project, _, Channel after) -> {
        Channel before = (Channel) present;
        yield new Edit.OfChannel(
            project,
            before,
            new Channel(
                after.id(), after.place(), after.credential(), next(before, Channel::version)));
      }
      case Edit.OfPolicy(var project, _, Policy after) -> {
        Policy before = (Policy) present;
        if (before == null && after == null) {
          yield null;
        }
        yield new Edit.OfPolicy(
            project,
            before,
            after == null
                ? null
                : new Policy(
                    after.id(),
                    after.kind(),
                    after.name(),
                    after.targets(),
                    after.requirements(),
                    after.terms(),
                    after.channels(),
                    next(before, Policy::version)));
      }
    };
  }

  private static <T> long next(@Nullable T before, ToLongFunction<T> version) {
    return before == null ? 1 : version.applyAsLong(before) + 1;
  }

  private static Role present(Role role, Basis basis) {
    return Objects.requireNonNullElse(basis.rules().role(role.id()), role);
  }
}
