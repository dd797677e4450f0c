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
import org.jspecify.annotations.Nullable;

/**
 * How far the open requests of one page have come, by the rules and people as they are now. Costs
 * one batch read of their revisions, and the rules of projects that have not come up before.
 */
final class Approvals {
  private final Map<RequestId, Standing> standings = new HashMap<>();

  Approvals(List<Request> requests, Catalog catalog, ProjectRules rules, Directory directory) {
    List<Request> open = requests.stream().filter(each -> each.status() == Status.OPEN).toList();
    Map<RequestId, Revision> revisions = catalog.revisions(open);
    for (Request request : open) {
      Revision revision = revisions.get(request.id());
      Rules present = revision == null ? null : rules.of(request.id().project());
      if (revision != null && present != null) {
        standings.put(request.id(), Standing.of(request, revision, present, directory));
      }
    }
  }

  /** What an open request needs next, whoever looks. */
  private enum Need {
    APPROVAL,
    MERGE,
    REVISION
  }

  private record Standing(Assessment assessment, Need need) {
    static Standing of(Request state, Revision revision, Rules rules, Directory directory) {
      Assessment now = Agreement.now(state, revision, rules, directory);
      boolean mergeable = now.agreed() && Agreement.besides(revision, rules, directory).isEmpty();
      return new Standing(
          now, state.dead() ? Need.REVISION : mergeable ? Need.MERGE : Need.APPROVAL);
    }
  }

  /**
   * Seats of all requirements together, and how many of them are filled; null unless it is open. Of
   * a policy that is another than when the revision was made, whichever version lacks more.
   */
  Json of(Request request) {
    Standing standing = standings.get(request.id());
    if (standing == null) {
      return new Json.Null();
    }
    Map<PolicyId, Seats> seats = new HashMap<>();
    for (Assessment.Progress each : standing.assessment().policies()) {
      seats.merge(each.policy().id(), Seats.of(each), Seats::further);
    }
    return Json.object()
        .put("needed", seats.values().stream().mapToInt(Seats::needed).sum())
        .put("counted", seats.values().stream().mapToInt(Seats::counted).sum())
        .build();
  }

  /** What it needs next; null unless it is open. */
  @Nullable String need(Request request) {
    Standing standing = standings.get(request.id());
    return standing == null ? null : standing.need().name();
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
