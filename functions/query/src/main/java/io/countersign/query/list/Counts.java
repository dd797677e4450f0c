package io.countersign.query.list;

import io.countersign.directory.Access;
import io.countersign.directory.Actor;
import io.countersign.directory.Permission;
import io.countersign.edge.http.HttpRequest;
import io.countersign.edge.http.HttpResponse;
import io.countersign.edge.http.Problem;
import io.countersign.json.Fields;
import io.countersign.json.Json;
import io.countersign.policy.Rules;
import io.countersign.project.Project;
import io.countersign.project.ProjectId;
import io.countersign.query.reading.Reader;
import io.countersign.request.Status;
import io.countersign.store.Catalog;
import io.countersign.store.Registry;
import io.countersign.store.Store;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How many requests wait for the reader, and how many there are in each status in the projects that
 * they have a role in. Nothing is counted beyond {@value #MOST}: a status costs one query of keys
 * for each project that the reader may read as a whole, and one page of the list for any other.
 */
public final class Counts {
  private static final int MOST = 100;
  private static final int MOST_WAITING = 50;
  private static final int MOST_PROJECTS = 20;

  private final Reader reader;
  private final Store store;
  private final Registry registry;
  private final Catalog catalog;
  private final InstantSource clock;

  public Counts(
      Reader reader, Store store, Registry registry, Catalog catalog, InstantSource clock) {
    this.reader = reader;
    this.store = store;
    this.registry = registry;
    this.catalog = catalog;
    this.clock = clock;
  }

  /**
   * A number, as far as it was counted.
   *
   * @param more whether there are more
   */
  private record Count(int count, boolean more) {
    Count and(Count other) {
      return new Count(count + other.count, more || other.more);
    }

    Json json() {
      return Json.object().put("count", count).put("more", more).build();
    }
  }

  /** A project, or all of them at once, as the reader may look at it. */
  private record Place(@Nullable ProjectId project, boolean whole) {}

  public HttpResponse count(HttpRequest http) {
    Actor actor = reader.actor(http);
    Fields fields = http.queryFields();
    ProjectId project = fields.optionalTyped("project", ProjectId::of);
    fields.end();
    List<Place> places = places(actor, project);
    Json.Builder statuses = Json.object();
    for (Status status : Status.values()) {
      statuses.put(status.name(), count(actor, status, places).json());
    }
    return HttpResponse.json(
        200,
        Json.object()
            .put("waitingForMe", waiting(actor, project).json())
            .put("statuses", statuses.build())
            .build());
  }

  private Count waiting(Actor actor, @Nullable ProjectId project) {
    Search.Found found =
        new Lists(store, catalog, clock)
            .find(actor, store.directory(), ListFilters.waiting(project, MOST_WAITING));
    return new Count(found.requests().size(), found.next() != null);
  }

  private List<Place> places(Actor actor, @Nullable ProjectId project) {
    if (project != null) {
      Rules rules = store.rules(project);
      if (rules == null || Reader.roles(actor, rules.access()).isEmpty()) {
        throw Problem.notFound().asException();
      }
      return List.of(place(actor, rules));
    }
    if (new Access(List.of(), registry.organisation()).allows(actor, Permission.REQUESTS_READ)) {
      return List.of(new Place(null, true));
    }
    List<Place> places = new ArrayList<>();
    for (Project each : registry.projects()) {
      Rules rules = store.rules(each.id());
      if (rules != null && !Reader.roles(actor, rules.access()).isEmpty()) {
        places.add(place(actor, rules));
      }
    }
    return places;
  }

  private static Place place(Actor actor, Rules rules) {
    return new Place(rules.project().id(), rules.access().allows(actor, Permission.REQUESTS_READ));
  }

  private Count count(Actor actor, Status status, List<Place> places) {
    Count sum = new Count(0, places.size() > MOST_PROJECTS);
    for (Place place : places.subList(0, Math.min(places.size(), MOST_PROJECTS))) {
      sum = sum.and(place.whole() ? keys(status, place) : page(actor, status, place));
    }
    return sum;
  }

  private Count keys(Status status, Place place) {
    int count = catalog.count(place.project(), status, MOST + 1);
    return new Count(Math.min(count, MOST), count > MOST);
  }

  private Count page(Actor actor, Status status, Place place) {
    Catalog.Page page = catalog.page(place.project(), Set.of(status), null, MOST);
    int shown =
        new Visible(actor, store, catalog).of(page.requests(), ListFilters.all(MOST)).size();
    return new Count(shown, page.more());
  }
}
