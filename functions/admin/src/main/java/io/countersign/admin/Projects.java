package io.countersign.admin;

import io.countersign.directory.Permission;
import io.countersign.edge.http.HttpRequest;
import io.countersign.edge.http.HttpResponse;
import io.countersign.json.Fields;
import io.countersign.policy.Rules;
import io.countersign.project.Governance;
import io.countersign.project.Project;
import io.countersign.project.ProjectId;
import io.countersign.store.Entry;
import io.countersign.wire.ProjectJson;

/** Writes projects. */
final class Projects {
  private final Writing writing;

  Projects(Writing writing) {
    this.writing = writing;
  }

  HttpResponse put(HttpRequest http) {
    ProjectId id = http.parameter("project", ProjectId::of);
    Fields body = http.fields();
    String name = body.text("name", 200);
    Governance governance = body.choice("governance", Governance.class);
    body.end();
    return writing.project(
        http,
        sight -> {
          sight.requires(Permission.DIRECTORY_WRITE);
          Rules before = sight.rules();
          long version = Versions.next(http, before == null ? 0 : before.project().version());
          Project project = new Project(id, name, governance, version);
          return new Writing.Written(
              new Entry.OfProject(project), Versions.answer(ProjectJson.write(project), version));
        });
  }
}
