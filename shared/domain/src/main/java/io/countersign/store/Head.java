package io.countersign.store;

import io.countersign.merge.Plan;
import io.countersign.request.Request;
import io.countersign.request.Status;
import org.jspecify.annotations.Nullable;

/**
 * A request as stored.
 *
 * @param plan while it is MERGING or FAILED, or merged and not quite done; else null
 * @param version how often the item was written
 * @param hash of its last event, in the hash chain
 */
public record Head(Request request, @Nullable Plan plan, long version, String hash) {
  /** The plan whose secrets are locked: one that is still carried out. */
  public @Nullable Plan locking() {
    return request.status() == Status.FAILED ? null : plan;
  }
}
