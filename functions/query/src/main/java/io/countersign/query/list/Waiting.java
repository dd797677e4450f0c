package io.countersign.query.list;

import io.countersign.directory.Actor;
import io.countersign.directory.Directory;
import io.countersign.policy.Rules;
import io.countersign.request.Request;
import io.countersign.revision.RequestId;
import io.countersign.revision.Revision;
import io.countersign.store.Catalog;
import io.countersign.waiting.Want;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which requests of a list wait for the reader, by the rules and people as they are now. Costs one
 * query of the rules for each project that comes up, and one batch read of revisions for each call.
 */
final class Waiting implements Sieve {
  private final Actor actor;
  private final Directory directory;
  private final Catalog catalog;
  private final Instant now;
  private final ProjectRules rules;

  Waiting(Actor actor, Directory directory, Catalog catalog, ProjectRules rules, Instant now) {
    this.actor = actor;
    this.directory = directory;
    this.rules = rules;
    this.catalog = catalog;
    this.now = now;
  }

  @Override
  public Map<RequestId, Shown> of(List<Request> requests, ListFilters filters) {
    Map<RequestId, Shown> shown = new HashMap<>();
    Map<RequestId, Revision> revisions = catalog.revisions(requests);
    for (Request request : requests) {
      Revision revision = revisions.get(request.id());
      if (revision != null && (filters.textIn(request) || filters.textIn(revision))) {
        Want want = want(request, revision);
        if (want != null) {
          shown.put(request.id(), new Shown(request, want));
        }
      }
    }
    return shown;
  }

  private @Nullable Want want(Request request, Revision revision) {
    Rules present = rules.of(request.id().project());
    return present == null ? null : Want.of(actor, request, revision, present, directory, now);
  }
}
