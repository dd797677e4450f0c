package io.countersign.query;

import io.countersign.directory.Actor;
import io.countersign.directory.Person;
import io.countersign.directory.PersonId;
import io.countersign.edge.http.HttpRequest;
import io.countersign.edge.http.HttpResponse;
import io.countersign.json.Json;
import io.countersign.policy.Rules;
import io.countersign.project.Project;
import io.countersign.query.reading.Reader;
import io.countersign.store.Registry;
import io.countersign.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The signed-in person and their projects; whether this deployment answers. */
final class Me {
  private final Store store;
  private final Registry registry;
  private final Reader reader;

  Me(Store store, Registry registry, Reader reader) {
    this.store = store;
    this.registry = registry;
    this.reader = reader;
  }

  HttpResponse me(HttpRequest http) {
    Actor actor = reader.actor(http);
    Person person = actor.id() instanceof PersonId id ? store.directory().person(id) : null;
    List<Json> projects = new ArrayList<>();
    for (Project project : registry.projects()) {
      Rules rules = store.rules(project.id());
      SortedSet<String> roles =
          rules == null ? new TreeSet<>() : Reader.roles(actor, rules.access());
      if (!roles.isEmpty()) {
        projects.add(
            Json.object()
                .put("id", project.id().value())
                .put("name", project.name())
                .put("roles", Json.texts(roles))
                .put("governance", project.governance().name())
                .build());
      }
    }
    return HttpResponse.json(
        200,
        Json.object()
            .put(
                "person",
                Json.object()
                    .put("id", actor.id().value())
                    .put("name", actor.name())
                    .put("email", person == null ? null : person.email())
                    .build())
            .put("organisationAdmin", reader.organisationAdmin(actor))
            .put("projects", new Json.Arr(projects))
            .build());
  }

  HttpResponse health(HttpRequest http) {
    registry.prefixes();
    return HttpResponse.json(200, Json.object().put("status", "up").build());
  }
}
