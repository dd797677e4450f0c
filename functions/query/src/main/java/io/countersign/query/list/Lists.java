package io.countersign.query.list;

import io.countersign.directory.Actor;
import io.countersign.directory.Directory;
import io.countersign.directory.PersonId;
import io.countersign.request.Request;
import io.countersign.store.Catalog;
import java.time.InstantSource;
import java.util.List;

/** Finds what a reader asks for. */
record Lists(Catalog catalog, InstantSource clock) {
  Search.Found find(Actor actor, Directory directory, ProjectRules rules, ListFilters filters) {
    return switch (filters.whose()) {
      case ANYBODYS ->
          new Search(
                  filters,
                  (place, limit) ->
                      catalog.page(filters.project(), filters.statuses(), place, limit),
                  new Visible(actor, catalog, rules))
              .run();
      case WAITING ->
          new Search(
                  filters,
                  waiting(actor),
                  new Waiting(actor, directory, catalog, rules, clock.instant()))
              .run();
    };
  }

  /** Of requests that gave access, those that gave it first: what moved its end is no other. */
  Search.Found given(Actor actor, ProjectRules rules, ListFilters filters) {
    Visible visible = new Visible(actor, catalog, rules);
    return new Search(
            filters,
            (place, limit) -> catalog.page(filters.project(), filters.statuses(), place, limit),
            (requests, _) ->
                visible.of(requests.stream().filter(Lists::gaveFirst).toList(), filters))
        .run();
  }

  private static boolean gaveFirst(Request request) {
    Request.Granted granted = request.granted();
    return granted != null && !granted.elsewhere(request.id());
  }

  /** Nothing waits for a machine. */
  private Search.Source waiting(Actor actor) {
    return actor.id() instanceof PersonId person
        ? (place, limit) -> catalog.waiting(person, place, limit)
        : (_, _) -> new Catalog.Page(List.of(), false);
  }
}
