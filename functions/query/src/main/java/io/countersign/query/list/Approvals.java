package io.countersign.query.list;

import io.countersign.directory.Directory;
import io.countersign.json.Json;
import io.countersign.policy.BoundRequirement;
import io.countersign.policy.Rules;
import io.countersign.project.ProjectId;
import io.countersign.request.Agreement;
import io.countersign.request.Assessment;
import io.countersign.request.Request;
import io.countersign.request.Status;
import io.countersign.revision.RequestId;
import io.countersign.revision.Revision;
import io.countersign.store.Catalog;
import io.countersign.store.Store;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far the open requests of one page have come, by the rules and people as they are now. Costs
 * one batch read of their revisions, and one query of the rules for each project among them.
 */
final class Approvals {
  private final Store store;
  private final Directory directory;
  private final Map<RequestId, Revision> revisions;
  private final Map<ProjectId, Rules> rules = new HashMap<>();

  Approvals(List<Request> requests, Store store, Catalog catalog, Directory directory) {
    this.store = store;
    this.directory = directory;
    this.revisions =
        catalog.revisions(requests.stream().filter(each -> each.status() == Status.OPEN).toList());
  }

  /**
   * Seats of all requirements together, and how many of them are filled; null unless it is open.
   */
  Json of(Request request) {
    Revision revision = revisions.get(request.id());
    Rules present = revision == null ? null : rules(request.id().project());
    if (revision == null || present == null) {
      return new Json.Null();
    }
    List<Assessment.Progress> policies =
        Agreement.of(
                request,
                revision,
                present.bind(request.documents(), directory),
                Agreement.Now.of(directory))
            .policies();
    return Json.object()
        .put("needed", policies.stream().mapToInt(Approvals::needed).sum())
        .put(
            "counted",
            policies.stream()
                .flatMap(each -> each.counted().stream())
                .mapToInt(Integer::intValue)
                .sum())
        .build();
  }

  private static int needed(Assessment.Progress progress) {
    return progress.policy().requirements().stream()
        .map(BoundRequirement::requirement)
        .mapToInt(each -> each.approvals())
        .sum();
  }

  private @Nullable Rules rules(ProjectId project) {
    Rules known = rules.get(project);
    Rules present = known == null ? store.rules(project) : known;
    if (present != null) {
      rules.put(project, present);
    }
    return present;
  }
}
