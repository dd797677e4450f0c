package io.countersign.query;

import io.countersign.directory.Actor;
import io.countersign.directory.BindingId;
import io.countersign.edge.http.HttpRequest;
import io.countersign.edge.http.HttpResponse;
import io.countersign.policy.Rules;
import io.countersign.project.EnvironmentId;
import io.countersign.project.Project;
import io.countersign.query.reading.Reader;
import io.countersign.store.Store;
import io.countersign.wire.ProjectJson;

/** Projects and what is in them. */
final class Projects {
  private final Reader reader;
  private final Store store;

  Projects(Reader reader, Store store) {
    this.reader = reader;
    this.store = store;
  }

  HttpResponse projects(HttpRequest http) {
    Actor actor = reader.actor(http);
    return Lists.of(
        store.everyProject().stream()
            .filter(each -> !Reader.roles(actor, each.access()).isEmpty())
            .map(Rules::project)
            .toList(),
        ProjectJson::write);
  }

  HttpResponse project(HttpRequest http) {
    Project project = reader.project(http).project();
    return Lists.one(ProjectJson.write(project), project.version());
  }

  HttpResponse environments(HttpRequest http) {
    return Lists.of(reader.project(http).environments().values(), ProjectJson::write);
  }

  HttpResponse environment(HttpRequest http) {
    EnvironmentId id = http.parameter("environment", EnvironmentId::new);
    return Lists.find(
        reader.project(http).environments().values(),
        each -> each.id().equals(id),
        each -> Lists.one(ProjectJson.write(each), each.version()));
  }

  HttpResponse binding(HttpRequest http) {
    BindingId id = http.parameter("binding", BindingId::new);
    return Lists.find(
        reader.bindings(http),
        each -> each.id().equals(id),
        each -> Lists.one(ProjectJson.write(each), each.version()));
  }

  HttpResponse bindings(HttpRequest http) {
    return Lists.of(reader.bindings(http), ProjectJson::write);
  }
}
