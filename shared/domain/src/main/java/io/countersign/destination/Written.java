package io.countersign.destination;

import io.countersign.project.DestinationId;
import io.countersign.project.DocumentId;
import io.countersign.project.ProjectId;
import java.util.Collection;
import java.util.SortedSet;

/**
 * The names of the parameters that were written for a document at a destination, so that no other
 * is ever deleted. A run notes names before it writes their parameters, and strikes them after it
 * deleted those; but while another run is under way nothing is struck, because that one may be
 * about to write what was just deleted. So at no moment is a parameter of ours unknown, whoever
 * stops where.
 *
 * <p>Every method may throw {@link io.countersign.store.StoreUnavailable}.
 */
public interface Written {
  SortedSet<String> names(Place place);

  /**
   * Notes that a run is under way, and names besides those that others note.
   *
   * @param run the same for each try, so that the one that comes to the end ends them all
   */
  void begin(Place place, String run, Collection<String> names);

  /** Strikes names, if no other run is under way. */
  void strike(Place place, String run, Collection<String> names);

  /** Notes that the run is over. */
  void end(Place place, String run);

  /** One document at one destination. */
  record Place(ProjectId project, DestinationId destination, DocumentId document) {}
}
