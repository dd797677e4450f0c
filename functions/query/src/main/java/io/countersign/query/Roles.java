package io.countersign.query;

import io.countersign.directory.Role;
import io.countersign.directory.RoleId;
import io.countersign.edge.http.HttpRequest;
import io.countersign.edge.http.HttpResponse;
import io.countersign.edge.http.Problem;
import io.countersign.policy.Rules;
import io.countersign.query.reading.Reader;
import io.countersign.wire.ProjectJson;
import java.util.ArrayList;
import java.util.List;

/** The roles of a project, shipped and its own. */
final class Roles {
  private final Reader reader;

  Roles(Reader reader) {
    this.reader = reader;
  }

  HttpResponse list(HttpRequest http) {
    List<Role> roles = new ArrayList<>(Role.SHIPPED);
    roles.addAll(reader.project(http).roles());
    return Lists.of(roles, ProjectJson::write);
  }

  HttpResponse one(HttpRequest http) {
    RoleId id = http.parameter("role", RoleId::new);
    Rules rules = reader.project(http);
    Role role = rules.role(id);
    return role == null
        ? Problem.notFound().response()
        : Lists.one(ProjectJson.write(role), role.version());
  }
}
