package io.countersign.store;

import io.countersign.directory.ActorId;
import io.countersign.project.DocumentId;
import io.countersign.project.EnvironmentId;
import io.countersign.project.ProjectId;
import io.countersign.request.Request;
import io.countersign.revision.RequestId;
import io.countersign.revision.Revision;
import io.countersign.revision.Scope;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Open requests by what they are about. */
public interface Neighbours {
  /** How many are shown. */
  int MOST = 20;

  /** How many are looked at, the newest of all documents together, until so many are found. */
  int MOST_LOOKED_AT = 200;

  /** An open request with its present revision. */
  record Neighbour(Request request, Revision revision) {}

  /**
   * Open requests of a project on any of these documents, the newest first. One that was submitted
   * within the last second may be missing.
   *
   * @param documents at most 20
   * @param shown which of them; no other takes the place of one that is
   */
  List<Neighbour> open(
      ProjectId project, Collection<DocumentId> documents, Predicate<Neighbour> shown);

  /**
   * Which open requests are on the documents of an environment whose paths begin so, the newest of
   * each document first. One that was submitted or ended within the last second may be missing, or
   * be there still.
   */
  SortedMap<DocumentId, List<RequestId>> under(
      ProjectId project, EnvironmentId environment, String beginning);

  /**
   * The open request of that author about the same, where nobody has two of them; else null. While
   * it is open no other one is committed.
   */
  @Nullable RequestId same(ProjectId project, ActorId author, Scope scope);

  /** Those of these that are open, with their present revisions, in the order of their ids here. */
  List<Neighbour> open(List<RequestId> requests);
}
