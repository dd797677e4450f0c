package io.countersign.destination;

import io.countersign.project.DocumentId;
import java.util.Collection;
import java.util.SortedSet;

/**
 * The names of the parameters that were written for a document at a destination, so that no other
 * is ever deleted. A name is noted before its parameter is written, and struck after that was
 * deleted: so at no moment is a parameter of ours unknown, whoever stops where.
 *
 * <p>Every method may throw {@link io.countersign.store.StoreUnavailable}.
 */
public interface Written {
  SortedSet<String> names(Place place);

  /** Notes names besides those that are noted. */
  void note(Place place, Collection<String> names);

  /** Strikes names. */
  void strike(Place place, Collection<String> names);

  /** One document at one destination. */
  record Place(Lane lane, DocumentId document) {}
}
