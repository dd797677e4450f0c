package io.countersign.destination;

import io.countersign.revision.RequestId;
import java.util.List;

/**
 * The records of syncs: one for each request, destination and document.
 *
 * <p>Every method may throw {@link io.countersign.store.StoreUnavailable}.
 */
public interface Syncs {
  /** Writes a record unless there is one; what stands there then. */
  Sync begin(Sync waiting);

  /** Writes a record over the one before. */
  void record(Sync sync);

  /** All syncs of a request, by destination, then document. */
  List<Sync> of(RequestId request);
}
