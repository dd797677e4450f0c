package io.countersign.explore.world;

import io.countersign.merge.Holder;
import io.countersign.store.Head;

/**
 * Somebody who carries a plan out.
 *
 * @param known the request as they wrote it last
 * @param holder what they know of the secrets
 */
public record Worker(Head known, Holder holder) {
  /** The number of their lease. */
  public long fence() {
    return holder.plan().lease().fence();
  }
}
