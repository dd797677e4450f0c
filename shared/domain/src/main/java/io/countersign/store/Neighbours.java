package io.countersign.store;

import io.countersign.project.DocumentId;
import io.countersign.project.ProjectId;
import io.countersign.request.Request;
import io.countersign.revision.Revision;
import java.util.Collection;
import java.util.List;

/** Open requests by the documents that they touch: to be shown; nothing is decided from it. */
public interface Neighbours {
  /** How many of one document are looked at, the newest, and of all documents together. */
  int MOST = 20;

  /** An open request with its present revision. */
  record Neighbour(Request request, Revision revision) {}

  /**
   * Open requests of a project on any of these documents, the newest first. One that was submitted
   * within the last second may be missing.
   *
   * @param documents at most 20
   */
  List<Neighbour> open(ProjectId project, Collection<DocumentId> documents);
}
