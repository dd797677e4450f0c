package io.countersign.edge.command;

import io.countersign.json.Json;
import io.countersign.project.DocumentId;
import io.countersign.proposal.Overlap;
import io.countersign.request.Request;
import io.countersign.request.Requester;
import io.countersign.request.Status;
import io.countersign.revision.Revision;
import io.countersign.store.Neighbours;
import io.countersign.store.Neighbours.Neighbour;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;

/** Other open requests on the same keys as the API shows them (rule 8): names, never values. */
public record Overlapping(Neighbours neighbours) {
  /** Those that the reader may see, the newest first; none once the request is not open. */
  public Json of(Request request, Revision revision, Sight sight) {
    if (request.status() != Status.OPEN) {
      return new Json.Arr(List.of());
    }
    return Json.array(
        neighbours.open(
            request.id().project(),
            revision.touched(),
            each -> !each.request().id().equals(request.id()) && shown(revision, each, sight)),
        each -> json(each.request(), Overlap.of(revision, each.revision()), sight.names()));
  }

  private static boolean shown(Revision revision, Neighbour other, Sight sight) {
    return !Overlap.of(revision, other.revision()).isEmpty()
        && Requester.mayRead(sight.reader(), other.request(), other.revision(), sight.access());
  }

  private static Json json(
      Request other, SortedMap<DocumentId, SortedSet<String>> both, Answers.Names names) {
    return Json.object()
        .put("id", other.id().toString())
        .put("title", other.title())
        .put("author", Answers.actor(other.author(), names))
        .put("documents", Json.array(both.entrySet(), Overlapping::document))
        .build();
  }

  private static Json document(Map.Entry<DocumentId, SortedSet<String>> both) {
    return Json.object()
        .put("environment", both.getKey().environment().value())
        .put("path", both.getKey().path().value())
        .put("keys", Json.texts(both.getValue()))
        .build();
  }
}
