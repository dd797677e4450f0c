package io.countersign.admin;

import io.countersign.directory.Binding;
import io.countersign.directory.BindingId;
import io.countersign.directory.Directory;
import io.countersign.directory.GroupId;
import io.countersign.directory.Holder;
import io.countersign.directory.Permission;
import io.countersign.directory.PersonId;
import io.countersign.directory.Role;
import io.countersign.directory.RoleId;
import io.countersign.edge.http.HttpRequest;
import io.countersign.edge.http.HttpResponse;
import io.countersign.json.Fields;
import io.countersign.json.InvalidField;
import io.countersign.name.PathGlob;
import io.countersign.policy.Rules;
import io.countersign.project.EnvironmentId;
import io.countersign.store.Entry;
import io.countersign.wire.ProjectJson;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Gives roles to people and groups. */
final class Bindings {
  private final Writing writing;

  Bindings(Writing writing) {
    this.writing = writing;
  }

  HttpResponse put(HttpRequest http) {
    BindingId id = http.parameter("binding", BindingId::new);
    Fields body = http.fields();
    RoleId named = body.typed("role", RoleId::new);
    PersonId person = body.optionalTyped("person", PersonId::new);
    GroupId group = body.optionalTyped("group", GroupId::new);
    EnvironmentId environment = body.optionalTyped("environment", EnvironmentId::new);
    PathGlob path = body.optionalTyped("path", PathGlob::of);
    body.end();
    return writing.project(
        http,
        sight -> {
          Rules rules = sight.project();
          sight.requires(Permission.DIRECTORY_WRITE);
          if (environment != null && !rules.environments().containsKey(environment)) {
            throw new InvalidField(
                "environment", "unknown-environment", "is no environment of this project");
          }
          Role role = role(named, rules);
          sight.requiresToGive(role.permissions(), environment, path);
          long before =
              rules.access().bindings().stream()
                  .filter(each -> each.id().equals(id))
                  .mapToLong(Binding::version)
                  .findFirst()
                  .orElse(0);
          long version = Versions.next(http, before);
          Binding binding =
              new Binding(
                  id, role, holder(person, group, sight.directory()), environment, path, version);
          return new Writing.Written(
              new Entry.OfBinding(rules.project().id(), binding),
              Versions.answer(ProjectJson.write(binding), version));
        });
  }

  private static Role role(RoleId id, Rules rules) {
    Role role = rules.role(id);
    if (role == null) {
      throw new InvalidField("role", "unknown-role", "is no role of this project");
    }
    return role;
  }

  private static Holder holder(
      @Nullable PersonId person, @Nullable GroupId group, Directory directory) {
    if ((person == null) == (group == null)) {
      throw new InvalidField("person", "one-of", "must be given, or else group, but not both");
    }
    if (person != null) {
      if (directory.person(person) == null) {
        throw new InvalidField("person", "unknown-person", "is nobody here");
      }
      return new Holder.OnePerson(person);
    }
    GroupId known = Objects.requireNonNull(group);
    if (!directory.groups().containsKey(known)) {
      throw new InvalidField("group", "unknown-group", "is no group here");
    }
    return new Holder.OneGroup(known);
  }
}
