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
import io.countersign.policy.Policy;
import io.countersign.policy.Rules;
import io.countersign.project.Channel;
import io.countersign.project.Destination;
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
      case Edit.OfProject of -> project(of.after().id());
      case Edit.OfEnvironment of -> rules.environments().get(of.after().id());
      case Edit.OfBinding of -> one(bindings(of.project()), Binding::id, of.either().id());
      case Edit.OfRole of -> one(rules.roles(), Role::id, of.after().id());
      case Edit.OfDestination of -> one(rules.destinations(), Destination::id, of.after().id());
      case Edit.OfChannel of -> rules.channel(of.after().id());
      case Edit.OfPolicy of -> one(policies(of.project()), Policy::id, of.either().id());
    };
  }

  /** Whether the edit is of these rules, of the organisation's, or of the directory. */
  public boolean concerns(Edit edit) {
    ProjectId project = edit.project();
    return project == null
        || project.equals(ProjectId.ORGANISATION)
        || project.equals(rules.project().id());
  }

  /** The roles given in the project; in the organisation for its own rules. */
  public List<Binding> bindings() {
    return bindings(rules.project().id());
  }

  /** Whether what the edit is about is as it was when that was written. */
  public boolean holds(Edit edit) {
    return Objects.equals(present(edit), edit.before());
  }

  /** Settings that nobody has written are none. */
  private @Nullable Project project(ProjectId id) {
    Project project =
        id.equals(ProjectId.ORGANISATION) ? rules.oversight().organisation() : rules.project();
    return project.id().equals(id) && project.version() > 0 ? project : null;
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

  /** The same once it is applied, whatever was there before; another project's changes nothing. */
  public Basis with(Edit edit) {
    return concerns(edit) ? applied(edit) : this;
  }

  private Basis applied(Edit edit) {
    return switch (edit) {
      case Edit.OfPerson of ->
          with(people(List.of(of.after()), directory.groups(), directory.machines()));
      case Edit.OfMachine of -> {
        SortedMap<MachineId, Machine> machines = new TreeMap<>(directory.machines());
        machines.put(of.after().id(), of.after());
        yield with(people(List.of(), directory.groups(), machines));
      }
      case Edit.OfGroup(_, var after) -> {
        SortedMap<GroupId, Group> groups = new TreeMap<>(directory.groups());
        groups.put(after.group().id(), after.group());
        yield with(people(moved(after), groups, directory.machines()));
      }
      case Edit.OfProject of -> with(project(of.after()));
      case Edit.OfEnvironment of -> {
        SortedMap<EnvironmentId, Environment> all = new TreeMap<>(rules.environments());
        all.put(of.after().id(), of.after());
        yield with(rules.withEnvironments(all));
      }
      case Edit.OfBinding of -> {
        Access access = rules.access();
        List<Binding> all =
            instead(bindings(of.project()), Binding::id, of.either().id(), of.after());
        yield with(
            rules.withAccess(
                of.ofOrganisation()
                    ? new Access(access.bindings(), all, access.grants())
                    : new Access(all, access.organisation(), access.grants())));
      }
      case Edit.OfRole of -> {
        Access access = rules.access();
        List<Binding> bound =
            access.bindings().stream().map(each -> bound(each, of.after())).toList();
        yield with(
            rules
                .withRoles(instead(rules.roles(), Role::id, of.after().id(), of.after()))
                .withAccess(new Access(bound, access.organisation(), access.grants())));
      }
      case Edit.OfDestination of ->
          with(
              rules.withDestinations(
                  instead(rules.destinations(), Destination::id, of.after().id(), of.after())));
      case Edit.OfChannel of ->
          with(
              rules.withChannels(
                  instead(rules.channels(), Channel::id, of.after().id(), of.after())));
      case Edit.OfPolicy of ->
          with(
              policies(
                  of, instead(policies(of.project()), Policy::id, of.either().id(), of.after())));
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

  private Directory people(
      List<Person> written,
      SortedMap<GroupId, Group> groups,
      SortedMap<MachineId, Machine> machines) {
    SortedMap<PersonId, Person> all = new TreeMap<>(directory.people());
    written.forEach(each -> all.put(each.id(), each));
    return new Directory(all, groups, machines);
  }

  /** A new project has no say in these rules as yet. */
  private Rules project(Project after) {
    Rules next =
        after.id().equals(ProjectId.ORGANISATION)
            ? rules.withOversight(rules.oversight().with(after))
            : rules;
    return after.id().equals(rules.project().id()) ? next.withProject(after) : next;
  }

  /** The organisation's are those of its own rules and of every project's oversight. */
  private Rules policies(Edit edit, List<Policy> all) {
    if (!edit.ofOrganisation()) {
      return rules.withPolicies(all);
    }
    Rules next = rules.withOversight(rules.oversight().with(all));
    return rules.project().id().equals(ProjectId.ORGANISATION) ? next.withPolicies(all) : next;
  }

  private Basis with(Directory others) {
    return new Basis(rules, others);
  }

  private Basis with(Rules others) {
    return new Basis(others, directory);
  }
}
