package io.countersign.query.documents;

import io.countersign.project.DocumentId;
import io.countersign.project.ProjectId;
import io.countersign.request.Request;
import io.countersign.request.Status;
import io.countersign.revision.Landed;
import io.countersign.revision.Remains;
import io.countersign.revision.RequestId;
import io.countersign.store.Catalog;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which request wrote which version, as far as the last {@value #LOOKED_AT} requests of a project
 * that wrote anything tell. Costs one query for each way to have written, and one batch read.
 */
final class Writers {
  private static final int LOOKED_AT = 100;
  private static final Set<Status> WROTE =
      EnumSet.of(Status.MERGED, Status.BYPASSED, Status.FAILED);

  private record Written(DocumentId document, String versionId) {}

  private final Map<Written, RequestId> requests = new HashMap<>();

  private Writers() {}

  static Writers of(ProjectId project, Catalog catalog) {
    Writers writers = new Writers();
    List<Request> newest = catalog.page(project, WROTE, null, LOOKED_AT).requests();
    // What a later request left as it was is the earlier one's.
    for (Request request : newest.reversed()) {
      for (Landed landed : request.landed()) {
        writers.wrote(landed.document(), landed.versionId(), request.id());
      }
      for (Remains remains : request.remains()) {
        if (remains.state() == Remains.State.HELD && remains.versionId() != null) {
          writers.wrote(remains.document(), remains.versionId(), request.id());
        }
      }
    }
    return writers;
  }

  private void wrote(DocumentId document, String versionId, RequestId request) {
    requests.putIfAbsent(new Written(document, versionId), request);
  }

  /** The request that wrote it; null where none of those did. */
  @Nullable RequestId of(DocumentId document, String versionId) {
    return requests.get(new Written(document, versionId));
  }
}
