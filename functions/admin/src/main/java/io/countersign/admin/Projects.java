package io.countersign.admin;

import io.countersign.directory.Permission;
import io.countersign.edge.http.HttpRequest;
import io.countersign.json.Fields;
import io.countersign.policy.Rules;
import io.countersign.project.Governance;
import io.countersign.project.Project;
import io.countersign.project.ProjectId;
import io.countersign.rule.Edit;
import io.countersign.wire.ProjectJson;
import org.jspecify.annotations.Nullable;

/** Writes projects. */
final class Projects {
  Draft put(HttpRequest http) {
    ProjectId id = http.parameter("project", ProjectId::new);
    Fields body = http.fields();
    String name = body.text("name", 200);
    @Nullable Governance said =
        body.has("governance") ? body.choice("governance", Governance.class) : null;
    body.end();
    return new Draft(
        id,
        sight -> {
          sight.requires(Permission.DIRECTORY_WRITE);
          Rules rules = sight.rules();
          Project present = rules == null ? null : rules.project();
          long version = Versions.next(http, present == null ? 0 : present.version());
          Governance kept = present == null ? Governance.POLICY : present.governance();
          Project project = new Project(id, name, said == null ? kept : said, version);
          return new Draft.Written(
              new Edit.OfProject(version == 1 ? null : present, project),
              Versions.answer(ProjectJson.write(project), version));
        });
  }
}
