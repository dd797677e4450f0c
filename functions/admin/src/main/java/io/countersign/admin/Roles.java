package io.countersign.admin;

import io.countersign.directory.Permission;
import io.countersign.directory.Role;
import io.countersign.directory.RoleId;
import io.countersign.edge.http.HttpRequest;
import io.countersign.json.Fields;
import io.countersign.json.InvalidField;
import io.countersign.policy.Rules;
import io.countersign.project.ProjectId;
import io.countersign.rule.Edit;
import io.countersign.wire.ProjectJson;
import java.util.EnumSet;
import java.util.Set;

/** Writes a project's own roles; the shipped ones stay as they are. */
final class Roles {
  Draft put(HttpRequest http) {
    RoleId id = http.parameter("role", RoleId::new);
    Set<Permission> permissions = permissions(http.fields());
    if (Role.shipped(id) != null) {
      throw new InvalidField("role", "shipped", "is shipped, and nobody can edit it");
    }
    return new Draft(
        http.parameter("project", ProjectId::of),
        sight -> {
          Rules rules = sight.project();
          sight.requires(Permission.DIRECTORY_WRITE);
          Role before = rules.role(id);
          long version = Versions.next(http, before == null ? 0 : before.version());
          Set<Permission> added = EnumSet.copyOf(permissions);
          if (before != null) {
            added.removeAll(before.permissions());
          }
          sight.requiresToGive(added, null, null);
          Role role = new Role(id, permissions, version);
          return new Draft.Written(
              new Edit.OfRole(rules.project().id(), before, role),
              Versions.answer(ProjectJson.write(role), version));
        });
  }

  private static Set<Permission> permissions(Fields body) {
    Set<Permission> permissions = EnumSet.noneOf(Permission.class);
    permissions.addAll(body.typedList("permissions", Permission::of));
    body.end();
    if (permissions.isEmpty()) {
      throw new InvalidField("permissions", "size", "must name at least one");
    }
    return permissions;
  }
}
