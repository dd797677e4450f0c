package io.countersign.query.list;

import io.countersign.directory.Access;
import io.countersign.directory.Actor;
import io.countersign.directory.Directory;
import io.countersign.directory.Permission;
import io.countersign.edge.http.HttpRequest;
import io.countersign.edge.http.HttpResponse;
import io.countersign.edge.http.Problem;
import io.countersign.json.Fields;
import io.countersign.json.Json;
import io.countersign.policy.Rules;
import io.countersign.project.ProjectId;
import io.countersign.query.reading.Reader;
import io.countersign.request.Status;
import io.countersign.store.Catalog;
import io.countersign.store.Registry;
import io.countersign.store.Store;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How many requests wait for the reader, and how many there are in each status that they may read,
 * in the projects that are theirs: by a role, by a policy that names them, or by something that
 * waits for them. Nothing is counted beyond {@value #MOST}: a status costs one query of keys for
 * each project that the reader may read as a whole, and one page of the list for any other.
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
    ProjectId project = fields.optionalTyped("project", ProjectId::new);
    fields.end();
    Directory directory = store.directory();
    ProjectRules projects = new ProjectRules(store);
    Search.Found waiting =
        new Lists(catalog, clock)
            .find(actor, directory, projects, ListFilters.waiting(project, MOST_WAITING));
    Rules rules = project == null ? null : rules(project, projects);
    List<Place> places =
        rules == null ? places(actor, directory, projects, waiting) : List.of(place(actor, rules));
    Visible visible = new Visible(actor, catalog, projects);
    Map<Status, Count> statuses = new EnumMap<>(Status.class);
    for (Status status : Status.values()) {
      statuses.put(status, count(visible, status, places));
    }
    if (rules != null && strange(actor, rules, statuses.values())) {
      throw Problem.notFound().asException();
    }
    Json.Builder counted = Json.object();
    statuses.forEach((status, count) -> counted.put(status.name(), count.json()));
    Count wait = new Count(waiting.requests().size(), waiting.next() != null);
    return HttpResponse.json(
        200,
        Json.object().put("waitingForMe", wait.json()).put("statuses", counted.build()).build());
  }

  /** Whether there is nothing in the project for somebody without a role there. */
  private static boolean strange(Actor actor, Rules rules, Collection<Count> counts) {
    return !rules.access().covers(actor) && counts.stream().allMatch(each -> each.count() == 0);
  }

  private List<Place> places(
      Actor actor, Directory directory, ProjectRules projects, Search.Found waiting) {
    if (new Access(List.of(), registry.organisation()).allows(actor, Permission.REQUESTS_READ)) {
      return List.of(new Place(null, true));
    }
    Set<ProjectId> wait =
        waiting.requests().stream()
            .map(each -> each.request().id().project())
            .collect(Collectors.toSet());
    List<Place> places = new ArrayList<>();
    for (Rules each : projects.all()) {
      if (wait.contains(each.project().id()) || concerns(actor, each, directory)) {
        places.add(place(actor, each));
      }
    }
    return places;
  }

  private static boolean concerns(Actor actor, Rules rules, Directory directory) {
    return rules.access().covers(actor)
        || rules.policies().stream()
            .anyMatch(each -> each.bind(directory).members().contains(actor.id()));
  }

  private static Rules rules(ProjectId project, ProjectRules projects) {
    Rules rules = projects.of(project);
    if (rules == null) {
      throw Problem.notFound().asException();
    }
    return rules;
  }

  private static Place place(Actor actor, Rules rules) {
    return new Place(rules.project().id(), rules.access().allows(actor, Permission.REQUESTS_READ));
  }

  private Count count(Visible visible, Status status, List<Place> places) {
    Count sum = new Count(0, places.size() > MOST_PROJECTS);
    for (Place place : places.subList(0, Math.min(places.size(), MOST_PROJECTS))) {
      sum = sum.and(place.whole() ? keys(status, place) : page(visible, status, place));
    }
    return sum;
  }

  private Count keys(Status status, Place place) {
    int count = catalog.count(place.project(), status, MOST + 1);
    return new Count(Math.min(count, MOST), count > MOST);
  }

  private Count page(Visible visible, Status status, Place place) {
    Catalog.Page page = catalog.page(place.project(), Set.of(status), null, MOST);
    int shown = visible.of(page.requests(), ListFilters.all(MOST)).size();
    return new Count(shown, page.more());
  }
}
