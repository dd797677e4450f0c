package io.countersign.query.list;

import io.countersign.directory.Access;
import io.countersign.directory.Actor;
import io.countersign.directory.Permission;
import io.countersign.document.Shown;
import io.countersign.policy.Rules;
import io.countersign.request.Request;
import io.countersign.request.Requester;
import io.countersign.revision.RequestId;
import io.countersign.revision.Revision;
import io.countersign.store.Catalog;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which requests of a list the reader may see. Costs one query of the rules for each project that
 * comes up, and one batch read of revisions for each call, which is left out where roles alone let
 * the reader see all of it.
 */
final class Visible implements Sieve {
  private final Actor actor;
  private final Catalog catalog;
  private final ProjectRules rules;

  Visible(Actor actor, Catalog catalog, ProjectRules rules) {
    this.actor = actor;
    this.catalog = catalog;
    this.rules = rules;
  }

  /** Those that the reader may see and that have the text. */
  @Override
  public Map<RequestId, Shown> of(List<Request> requests, ListFilters filters) {
    Map<RequestId, Shown> shown = new HashMap<>();
    Map<RequestId, Revision> revisions =
        catalog.revisions(
            requests.stream().filter(each -> !byRole(each) || !filters.textIn(each)).toList());
    for (Request request : requests) {
      Revision revision = revisions.get(request.id());
      boolean may =
          byRole(request)
              || (revision != null && Requester.mayRead(actor, request, revision, access(request)));
      boolean text = filters.textIn(request) || (revision != null && filters.textIn(revision));
      if (may && text) {
        shown.put(request.id(), new Shown(request, null));
      }
    }
    return shown;
  }

  private boolean byRole(Request request) {
    return request.scope().allowedSomewhere(actor, Permission.REQUESTS_READ, access(request));
  }

  private Access access(Request request) {
    Rules present = rules.of(request.id().project());
    return present == null ? new Access(List.of(), List.of()) : present.access();
  }
}
