package io.countersign.query;

import io.countersign.directory.Actor;
import io.countersign.edge.http.HttpRequest;
import io.countersign.edge.http.HttpResponse;
import io.countersign.edge.http.Problem;
import io.countersign.policy.PolicyId;
import io.countersign.policy.Rules;
import io.countersign.project.Environment;
import io.countersign.project.EnvironmentId;
import io.countersign.project.Project;
import io.countersign.store.Registry;
import io.countersign.store.Store;
import io.countersign.wire.PolicyJson;
import io.countersign.wire.ProjectJson;

/** Projects and what is in them. */
final class Projects {
  private final Reader reader;
  private final Store store;
  private final Registry registry;

  Projects(Reader reader, Store store, Registry registry) {
    this.reader = reader;
    this.store = store;
    this.registry = registry;
  }

  HttpResponse projects(HttpRequest http) {
    Actor actor = reader.actor(http);
    return Lists.of(
        registry.projects().stream()
            .filter(
                each -> {
                  Rules rules = store.rules(each.id());
                  return rules != null && !Reader.roles(actor, rules.access()).isEmpty();
                })
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
    Environment environment =
        reader.project(http).environments().get(http.parameter("environment", EnvironmentId::new));
    return environment == null
        ? Problem.notFound().response()
        : Lists.one(ProjectJson.write(environment), environment.version());
  }

  HttpResponse bindings(HttpRequest http) {
    return Lists.of(reader.project(http).access().bindings(), ProjectJson::write);
  }

  HttpResponse destinations(HttpRequest http) {
    return Lists.of(reader.project(http).destinations(), ProjectJson::write);
  }

  HttpResponse policies(HttpRequest http) {
    return Lists.of(reader.project(http).policies(), PolicyJson::write);
  }

  HttpResponse policy(HttpRequest http) {
    PolicyId id = http.parameter("policy", PolicyId::new);
    return reader.project(http).policies().stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .map(each -> Lists.one(PolicyJson.write(each), each.version()))
        .orElseGet(() -> Problem.notFound().response());
  }
}
