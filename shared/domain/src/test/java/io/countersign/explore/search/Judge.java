package io.countersign.explore.search;

import java.util.Set;

/**
 * What must hold of every step.
 *
 * @param <P> how a promise is named
 */
public interface Judge<S, D, P> {
  /** The promises that this step broke. */
  Set<P> broken(S before, D deed, S after);
}
