package io.countersign.query.list;

import io.countersign.directory.Directory;
import io.countersign.json.Json;
import io.countersign.policy.BoundRequirement;
import io.countersign.policy.PolicyId;
import io.countersign.policy.Requirement;
import io.countersign.policy.Rules;
import io.countersign.request.Agreement;
import io.countersign.request.Assessment;
import io.countersign.request.Request;
import io.countersign.request.Status;
import io.countersign.revision.RequestId;
import io.countersign.revision.Revision;
import io.countersign.store.Catalog;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How far the open requests of one page have come, by the rules and people as they are now. Costs
 * one batch read of their revisions, and the rules of projects that have not come up before.
 */
final class Approvals {
  private final Directory directory;
  private final Map<RequestId, Revision> revisions;
  private final ProjectRules rules;

  Approvals(List<Request> requests, Catalog catalog, ProjectRules rules, Directory directory) {
    this.rules = rules;
    this.directory = directory;
    this.revisions =
        catalog.revisions(requests.stream().filter(each -> each.status() == Status.OPEN).toList());
  }

  /**
   * Seats of all requirements together, and how many of them are filled; null unless it is open. Of
   * a policy that is another than when the revision was made, whichever version lacks more.
   */
  Json of(Request request) {
    Revision revision = revisions.get(request.id());
    Rules present = revision == null ? null : rules.of(request.id().project());
    if (revision == null || present == null) {
      return new Json.Null();
    }
    Map<PolicyId, Seats> seats = new HashMap<>();
    for (Assessment.Progress each :
        Agreement.now(request, revision, present, directory).policies()) {
      seats.merge(each.policy().id(), Seats.of(each), Seats::further);
    }
    return Json.object()
        .put("needed", seats.values().stream().mapToInt(Seats::needed).sum())
        .put("counted", seats.values().stream().mapToInt(Seats::counted).sum())
        .build();
  }

  private record Seats(int needed, int counted) {
    static Seats of(Assessment.Progress progress) {
      return new Seats(
          progress.policy().requirements().stream()
              .map(BoundRequirement::requirement)
              .mapToInt(Requirement::approvals)
              .sum(),
          progress.counted().stream().mapToInt(Integer::intValue).sum());
    }

    /** The one that is further from being met. */
    Seats further(Seats other) {
      return other.needed - other.counted > needed - counted ? other : this;
    }
  }
}
