package io.countersign.rule;

import io.countersign.directory.Access;
import io.countersign.directory.Binding;
import io.countersign.directory.Directory;
import io.countersign.directory.Group;
import io.countersign.directory.GroupId;
import io.countersign.directory.Machine;
import io.countersign.directory.MachineId;
import io.countersign.directory.Person;
import io.countersign.directory.PersonId;
import io.countersign.directory.Role;
import io.countersign.policy.Oversight;
import io.countersign.policy.Policy;
import io.countersign.policy.Rules;
import io.countersign.project.Environment;
import io.countersign.project.EnvironmentId;
import io.countersign.project.Project;
import io.countersign.project.ProjectId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What edits are written against, and what they make of it.
 *
 * @param rules of the project that the edits belong to, or of the organisation
 */
public record Basis(Rules rules, Directory directory) {

  /** Who is in a group, or null where there is no such group. */
  public Edit.OfGroup.@Nullable Members members(GroupId id) {
    Group group = directory.groups().get(id);
    return group == null
        ? null
        : new Edit.OfGroup.Members(
            group,
            directory.people().values().stream()
                .filter(each -> each.groups().contains(id))
                .map(Person::id)
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  /** What the edit is about, as it is here; null where there is none. */
  public @Nullable Record present(Edit edit) {
    return switch (edit) {
      case Edit.OfPerson of -> directory.person(of.after().id());
      case Edit.OfMachine of -> directory.machines().get(of.after().id());
      case Edit.OfGroup of -> members(of.after().group().id());
      case Edit.OfProject of ->
          of.after().id().equals(rules.project().id()) && rules.project().version() > 0
              ? rules.project()
              : null;
      case Edit.OfEnvironment of -> rules.environments().get(of.after().id());
      case Edit.OfBinding of -> one(bindings(of.project()), Binding::id, of.either().id());
      case Edit.OfRole of -> one(rules.roles(), Role::id, of.after().id());
      case Edit.OfDestination of -> one(rules.destinations(), each -> each.id(), of.after().id());
      case Edit.OfChannel of -> rules.channel(of.after().id());
      case Edit.OfPolicy of -> one(policies(of.project()), Policy::id, of.either().id());
    };
  }

  /** Whether what the edit is about is as it was when that was written. */
  public boolean holds(Edit edit) {
    return Objects.equals(present(edit), edit.before());
  }

  private List<Binding> bindings(ProjectId project) {
    return project.equals(ProjectId.ORGANISATION)
        ? rules.access().organisation()
        : rules.access().bindings();
  }

  private List<Policy> policies(ProjectId project) {
    return project.equals(ProjectId.ORGANISATION) ? rules.oversight().policies() : rules.policies();
  }

  private static <T, I> @Nullable T one(Collection<T> all, Function<T, I> id, I wanted) {
    return all.stream().filter(each -> id.apply(each).equals(wanted)).findFirst().orElse(null);
  }

  /** The same once these are applied, in their order. */
  public Basis with(List<Edit> edits) {
    Basis basis = this;
    for (Edit edit : edits) {
      basis = basis.with(edit);
    }
    return basis;
  }

  /** The same once it is applied, whatever was there before. */
  public Basis with(Edit edit) {
    return switch (edit) {
      case Edit.OfPerson of -> with(List.of(of.after()), directory.groups(), directory.machines());
      case Edit.OfMachine of -> {
        SortedMap<MachineId, Machine> machines = new TreeMap<>(directory.machines());
        machines.put(of.after().id(), of.after());
        yield with(List.of(), directory.groups(), machines);
      }
      case Edit.OfGroup(_, var after) -> {
        SortedMap<GroupId, Group> groups = new TreeMap<>(directory.groups());
        groups.put(after.group().id(), after.group());
        yield with(moved(after), groups, directory.machines());
      }
      case Edit.OfProject of -> with(of.after());
      case Edit.OfEnvironment of -> {
        SortedMap<EnvironmentId, Environment> all = new TreeMap<>(rules.environments());
        all.put(of.after().id(), of.after());
        yield new Basis(
            new Rules(
                rules.project(),
                all,
                rules.policies(),
                rules.access(),
                rules.destinations(),
                rules.roles(),
                rules.channels(),
                rules.grants(),
                rules.oversight()),
            directory);
      }
      case Edit.OfBinding of -> {
        List<Binding> all =
            instead(bindings(of.project()), Binding::id, of.either().id(), of.after());
        yield with(
            of.ofOrganisation()
                ? new Access(rules.access().bindings(), all, rules.access().grants())
                : new Access(all, rules.access().organisation(), rules.access().grants()),
            rules.roles());
      }
      case Edit.OfRole of -> {
        List<Role> roles = instead(rules.roles(), Role::id, of.after().id(), of.after());
        List<Binding> bound =
            rules.access().bindings().stream().map(each -> bound(each, of.after())).toList();
        yield with(
            new Access(bound, rules.access().organisation(), rules.access().grants()), roles);
      }
      case Edit.OfDestination of ->
          new Basis(
              new Rules(
                  rules.project(),
                  rules.environments(),
                  rules.policies(),
                  rules.access(),
                  instead(rules.destinations(), each -> each.id(), of.after().id(), of.after()),
                  rules.roles(),
                  rules.channels(),
                  rules.grants(),
                  rules.oversight()),
              directory);
      case Edit.OfChannel of ->
          new Basis(
              new Rules(
                  rules.project(),
                  rules.environments(),
                  rules.policies(),
                  rules.access(),
                  rules.destinations(),
                  rules.roles(),
                  instead(rules.channels(), each -> each.id(), of.after().id(), of.after()),
                  rules.grants(),
                  rules.oversight()),
              directory);
      case Edit.OfPolicy of -> {
        List<Policy> all =
            instead(policies(of.project()), Policy::id, of.either().id(), of.after());
        yield of.ofOrganisation()
            ? with(
                rules.project().id().equals(ProjectId.ORGANISATION) ? all : rules.policies(),
                rules.oversight().with(all))
            : with(all, rules.oversight());
      }
    };
  }

  /** The people whose membership changes where these are a group's, in the version to come. */
  public List<Person> moved(Edit.OfGroup.Members members) {
    GroupId id = members.group().id();
    List<Person> moved = new ArrayList<>();
    for (Person person : directory.people().values()) {
      boolean wanted = members.people().contains(person.id());
      if (wanted != person.groups().contains(id)) {
        SortedSet<GroupId> groups = new TreeSet<>(person.groups());
        if (wanted) {
          groups.add(id);
        } else {
          groups.remove(id);
        }
        moved.add(person.in(groups));
      }
    }
    return moved;
  }

  private static Binding bound(Binding binding, Role role) {
    return binding.role().id().equals(role.id())
        ? new Binding(
            binding.id(),
            role,
            binding.holder(),
            binding.environment(),
            binding.path(),
            binding.version())
        : binding;
  }

  private static <T, I> List<T> instead(
      List<T> all, Function<T, I> id, I replaced, @Nullable T after) {
    List<T> others =
        all.stream()
            .filter(each -> !id.apply(each).equals(replaced))
            .collect(Collectors.toCollection(ArrayList::new));
    if (after != null) {
      others.add(after);
    }
    return List.copyOf(others);
  }

  private Basis with(
      List<Person> written,
      SortedMap<GroupId, Group> groups,
      SortedMap<MachineId, Machine> machines) {
    SortedMap<PersonId, Person> people = new TreeMap<>(directory.people());
    written.forEach(each -> people.put(each.id(), each));
    return new Basis(rules, new Directory(people, groups, machines));
  }

  private Basis with(Project after) {
    boolean own = after.id().equals(rules.project().id());
    Oversight oversight = rules.oversight();
    return new Basis(
        new Rules(
            own ? after : rules.project(),
            rules.environments(),
            rules.policies(),
            rules.access(),
            rules.destinations(),
            rules.roles(),
            rules.channels(),
            rules.grants(),
            after.id().equals(ProjectId.ORGANISATION) ? oversight.with(after) : oversight),
        directory);
  }

  private Basis with(Access access, List<Role> roles) {
    return new Basis(
        new Rules(
            rules.project(),
            rules.environments(),
            rules.policies(),
            access,
            rules.destinations(),
            roles,
            rules.channels(),
            rules.grants(),
            rules.oversight()),
        directory);
  }

  private Basis with(List<Policy> policies, Oversight oversight) {
    return new Basis(
        new Rules(
            rules.project(),
            rules.environments(),
            policies,
            rules.access(),
            rules.destinations(),
            rules.roles(),
            rules.channels(),
            rules.grants(),
            oversight),
        directory);
  }
}
