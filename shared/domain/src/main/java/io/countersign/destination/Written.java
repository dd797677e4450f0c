package io.countersign.destination;

import io.countersign.project.DestinationId;
import io.countersign.project.DocumentId;
import io.countersign.project.ProjectId;
import java.util.Collection;
import java.util.SortedSet;

/**
 * The names of the parameters that were written for a document at a destination, so that no other
 * is ever deleted. Names are noted before their parameters are written and struck after those are
 * deleted: at no moment is a parameter of ours unknown.
 *
 * <p>Every method may throw {@link io.countersign.store.StoreUnavailable}.
 */
public interface Written {
  SortedSet<String> names(Place place);

  /** Adds names to those that others may be adding too. */
  void note(Place place, Collection<String> names);

  void strike(Place place, Collection<String> names);

  /** One document at one destination. */
  record Place(ProjectId project, DestinationId destination, DocumentId document) {}
}
