package io.countersign.admin;

import io.countersign.directory.Binding;
import io.countersign.directory.BindingId;
import io.countersign.directory.Directory;
import io.countersign.directory.GroupId;
import io.countersign.directory.Holder;
import io.countersign.directory.MachineId;
import io.countersign.directory.Permission;
import io.countersign.directory.PersonId;
import io.countersign.directory.Role;
import io.countersign.directory.RoleId;
import io.countersign.edge.http.HttpRequest;
import io.countersign.edge.http.HttpResponse;
import io.countersign.edge.http.Problem;
import io.countersign.json.Fields;
import io.countersign.json.InvalidField;
import io.countersign.name.PathGlob;
import io.countersign.policy.Rules;
import io.countersign.project.EnvironmentId;
import io.countersign.project.ProjectId;
import io.countersign.rule.Edit;
import io.countersign.wire.ProjectJson;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gives roles to people, machines and groups, and takes them away: in a project, or in all. */
final class Bindings {
  Draft put(HttpRequest http) {
    BindingId id = http.parameter("binding", BindingId::new);
    Fields body = http.fields();
    RoleId named = body.typed("role", RoleId::new);
    PersonId person = body.optionalTyped("person", PersonId::new);
    MachineId machine = body.optionalTyped("machine", MachineId::new);
    GroupId group = body.optionalTyped("group", GroupId::new);
    EnvironmentId environment = body.optionalTyped("environment", EnvironmentId::new);
    PathGlob path = body.optionalTyped("path", PathGlob::of);
    body.end();
    return new Draft(
        http.parameter("project", ProjectId::new),
        sight -> {
          Place place = place(http, sight);
          sight.requires(Permission.DIRECTORY_WRITE);
          place.narrowed(environment, path);
          Role role = place.role(named);
          sight.requiresToGive(role.permissions(), environment, path);
          Binding before = place.binding(id);
          if (before != null) {
            // What is written over is taken away.
            toTake(before, sight);
          }
          long version = Versions.next(http, before == null ? 0 : before.version());
          Holder holder = holder(person, machine, group, sight.directory());
          Binding binding = new Binding(id, role, holder, environment, path, version);
          return new Draft.Written(
              new Edit.OfBinding(place.project(), before, binding),
              Versions.answer(ProjectJson.write(binding), version));
        });
  }

  Draft delete(HttpRequest http) {
    BindingId id = http.parameter("binding", BindingId::new);
    return new Draft(
        http.parameter("project", ProjectId::new),
        sight -> {
          Place place = place(http, sight);
          sight.requires(Permission.DIRECTORY_WRITE);
          Binding before = place.binding(id);
          if (before == null) {
            throw Problem.notFound().asException();
          }
          toTake(before, sight);
          Versions.next(http, before.version());
          ProjectId project = place.project();
          return new Draft.Written(
              new Edit.OfBinding(project, before, null),
              HttpResponse.json(200, ProjectJson.write(before)));
        });
  }

  /** A role is taken away only by who could give it. */
  private static void toTake(Binding binding, Sight sight) {
    sight.requiresToGive(binding.role().permissions(), binding.environment(), binding.path());
  }

  /**
   * Where the role is to hold, or holds.
   *
   * @param rules of the project; null for the whole organisation
   */
  private record Place(ProjectId project, List<Binding> bindings, @Nullable Rules rules) {
    void narrowed(@Nullable EnvironmentId environment, @Nullable PathGlob path) {
      if (rules == null && path != null) {
        throw new InvalidField("path", "organisation", "cannot narrow what holds in all projects");
      }
      if (environment != null
          && (rules == null || !rules.environments().containsKey(environment))) {
        throw new InvalidField(
            "environment", "unknown-environment", "is no environment of this project");
      }
    }

    @Nullable Binding binding(BindingId id) {
      return bindings.stream().filter(each -> each.id().equals(id)).findFirst().orElse(null);
    }

    Role role(RoleId id) {
      Role role = rules == null ? Role.shipped(id) : rules.role(id);
      if (role == null) {
        throw new InvalidField("role", "unknown-role", "is no role of this project");
      }
      return role;
    }
  }

  private static Place place(HttpRequest http, Sight sight) {
    if (http.parameter("project", ProjectId::new).equals(ProjectId.ORGANISATION)) {
      return new Place(ProjectId.ORGANISATION, sight.access().organisation(), null);
    }
    Rules rules = sight.project();
    return new Place(rules.project().id(), rules.access().bindings(), rules);
  }

  private static Holder holder(
      @Nullable PersonId person,
      @Nullable MachineId machine,
      @Nullable GroupId group,
      Directory directory) {
    if (Stream.of(person, machine, group).filter(Objects::nonNull).count() != 1) {
      throw new InvalidField(
          "person", "one-of", "must be given, or else machine or group, but only one of them");
    }
    if (person != null) {
      if (directory.person(person) == null) {
        throw new InvalidField("person", "unknown-person", "is nobody here");
      }
      return new Holder.OnePerson(person);
    }
    if (machine != null) {
      if (!directory.machines().containsKey(machine)) {
        throw new InvalidField("machine", "unknown-machine", "is no machine here");
      }
      return new Holder.OneMachine(machine);
    }
    GroupId known = Objects.requireNonNull(group);
    if (!directory.groups().containsKey(known)) {
      throw new InvalidField("group", "unknown-group", "is no group here");
    }
    return new Holder.OneGroup(known);
  }
}
