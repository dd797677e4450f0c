package io.countersign.query;

import io.countersign.directory.Access;
import io.countersign.directory.Actor;
import io.countersign.directory.ActorId;
import io.countersign.directory.Directory;
import io.countersign.directory.MachineId;
import io.countersign.directory.Permission;
import io.countersign.directory.Person;
import io.countersign.directory.PersonId;
import io.countersign.directory.Setup;
import io.countersign.edge.command.Answers;
import io.countersign.edge.http.HttpRequest;
import io.countersign.edge.http.HttpResponse;
import io.countersign.edge.http.Problem;
import io.countersign.edge.http.ProblemException;
import io.countersign.json.Json;
import io.countersign.policy.Rules;
import io.countersign.project.Project;
import io.countersign.project.ProjectId;
import io.countersign.query.reading.Reader;
import io.countersign.store.Registry;
import io.countersign.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.stream.Stream;

/** The person or machine that calls and their projects; whether this deployment answers. */
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
    Actor actor = known(http);
    Directory directory = store.directory();
    List<Json> projects = new ArrayList<>();
    for (Rules rules : store.everyProject()) {
      Project project = rules.project();
      Access access = rules.access();
      SortedSet<String> roles = Reader.roles(actor, access);
      if (!roles.isEmpty()) {
        projects.add(
            Json.object()
                .put("id", project.id().value())
                .put("name", project.name())
                .put("roles", Json.texts(roles))
                .put("permissions", permissions(actor, access))
                .put("governance", project.governance().name())
                .build());
      }
    }
    Rules everywhere =
        Objects.requireNonNull(store.rules(ProjectId.ORGANISATION), "it is always there");
    return HttpResponse.json(
        200,
        Json.object()
            .put("person", person(actor.id(), directory))
            .put("machine", machine(actor.id(), directory))
            .put("organisationAdmin", everywhere.access().allows(actor, Permission.DIRECTORY_WRITE))
            .put("projects", new Json.Arr(projects))
            .put("organisation", organisation(everywhere))
            .build());
  }

  /** Whether changes of what holds in all projects need agreement; every page says it. */
  private static Json organisation(Rules everywhere) {
    return Json.object()
        .put("governance", everywhere.project().governance().name())
        .put("settingUp", everywhere.oversight().settingUp())
        .build();
  }

  /** Who is nobody where there is nobody yet learns that the first admin is still to come. */
  private Actor known(HttpRequest http) {
    try {
      return reader.actor(http);
    } catch (ProblemException stranger) {
      if (stranger.problem().code().equals("unknown-person") && registry.setup() == null) {
        throw Problem.of(
                403,
                "no-admin-yet",
                "Nobody is an admin here yet. Whoever has the one-time code of this deployment"
                    + " becomes the first.")
            .asException();
      }
      throw stranger;
    }
  }

  /** What they may do in the whole project; a role that is narrowed gives nothing here. */
  private static Json permissions(Actor actor, Access access) {
    return Json.texts(
        Stream.of(Permission.values())
            .filter(each -> access.allows(actor, each))
            .map(Permission::code)
            .toList());
  }

  private static Json person(ActorId id, Directory directory) {
    return id instanceof PersonId person
            && directory.person(person) instanceof Person(_, String name, String email, _, _, _, _)
        ? Json.object().put("id", id.value()).put("name", name).put("email", email).build()
        : new Json.Null();
  }

  private static Json machine(ActorId id, Directory directory) {
    return id instanceof MachineId machine && directory.machines().containsKey(machine)
        ? Answers.machine(directory.machines().get(machine), directory::nameOf)
        : new Json.Null();
  }

  /** How the installation was set up: whether the first admin is still alone. */
  HttpResponse bootstrap(HttpRequest http) {
    Directory directory = reader.directory(http);
    Setup setup = Objects.requireNonNull(registry.setup(), "whoever calls was let in by an admin");
    Setup.End end = setup.end();
    return HttpResponse.json(
        200,
        Json.object()
            .put("firstAdmin", Answers.actor(setup.by(), directory::nameOf))
            .put("at", setup.at())
            .put("alone", end == null)
            .put(
                "secondAdmin",
                end == null ? new Json.Null() : Answers.actor(end.with(), directory::nameOf))
            .put("aloneUntil", end == null ? null : end.at())
            .build());
  }

  HttpResponse health(HttpRequest http) {
    registry.prefixes();
    return HttpResponse.json(200, Json.object().put("status", "up").build());
  }
}
