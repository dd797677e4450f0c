package io.countersign.destination;

import org.jspecify.annotations.Nullable;

/**
 * What is known of whether destinations can be reached; no decision rests on it.
 *
 * <p>Every method may throw {@link io.countersign.store.StoreUnavailable}.
 */
public interface Checks {
  /** Writes it over the one before. */
  void put(Check check);

  /** The last one of a destination, or null. */
  @Nullable Check of(Lane lane);
}
