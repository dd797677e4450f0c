package io.countersign.admin;

import io.countersign.directory.Permission;
import io.countersign.edge.http.HttpRequest;
import io.countersign.json.Fields;
import io.countersign.json.InvalidField;
import io.countersign.name.PathGlob;
import io.countersign.policy.Rules;
import io.countersign.project.Destination;
import io.countersign.project.DestinationId;
import io.countersign.project.EnvironmentId;
import io.countersign.project.ProjectId;
import io.countersign.rule.Edit;
import io.countersign.wire.ProjectJson;
import java.util.List;
import java.util.regex.Pattern;

/** Writes destinations: parameter prefixes that this deployment may write. */
final class Destinations {
  private static final Pattern FORM = Pattern.compile("(/[A-Za-z0-9_.-]{1,100}){1,6}/");

  private final List<String> managed;

  Destinations(List<String> managed) {
    this.managed = managed;
  }

  Draft put(HttpRequest http) {
    DestinationId id = http.parameter("destination", DestinationId::new);
    Fields body = http.fields();
    if (!body.text("type").equals("SSM")) {
      throw new InvalidField("type", "choice", "must be SSM");
    }
    EnvironmentId environment = body.typed("environment", EnvironmentId::new);
    PathGlob path = body.optionalTyped("path", PathGlob::of);
    String prefix = body.text("parameterPrefix");
    body.end();
    if (!FORM.matcher(prefix).matches()) {
      throw new InvalidField(
          "parameterPrefix",
          "parameter-prefix",
          "must be 1 to 6 segments of letters, digits and _.- between slashes");
    }
    if (managed.stream().noneMatch(prefix::startsWith)) {
      throw new InvalidField(
          "parameterPrefix",
          "not-managed",
          "must lie inside a prefix that this deployment manages: " + String.join(", ", managed));
    }
    return new Draft(
        http.parameter("project", ProjectId::of),
        sight -> {
          Rules rules = sight.project();
          sight.requires(Permission.DESTINATIONS_WRITE);
          if (!rules.environments().containsKey(environment)) {
            throw new InvalidField(
                "environment", "unknown-environment", "is no environment of this project");
          }
          Destination before =
              rules.destinations().stream()
                  .filter(each -> each.id().equals(id))
                  .findFirst()
                  .orElse(null);
          long version = Versions.next(http, before == null ? 0 : before.version());
          if (before != null
              && (!before.parameterPrefix().equals(prefix)
                  || !before.environment().equals(environment))) {
            throw new InvalidField(
                "parameterPrefix", "fixed", "and environment cannot change once they are set");
          }
          Destination destination =
              new Destination(id, environment, path == null ? PathGlob.ALL : path, prefix, version);
          return new Draft.Written(
              new Edit.OfDestination(rules.project().id(), before, destination),
              Versions.answer(ProjectJson.write(destination), version));
        });
  }
}
