package io.countersign.query.list;

import io.countersign.directory.Actor;
import io.countersign.directory.Directory;
import io.countersign.directory.PersonId;
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

  /** Nothing waits for a machine. */
  private Search.Source waiting(Actor actor) {
    return actor.id() instanceof PersonId person
        ? (place, limit) -> catalog.waiting(person, place, limit)
        : (_, _) -> new Catalog.Page(List.of(), false);
  }
}
