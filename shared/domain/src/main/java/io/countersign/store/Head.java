package io.countersign.store;

import io.countersign.merge.Plan;
import io.countersign.request.Request;
import org.jspecify.annotations.Nullable;

/**
 * A request as stored.
 *
 * @param plan while it is MERGING, else null
 * @param version how often the item was written
 * @param hash of its last event, in the hash chain
 */
public record Head(Request request, @Nullable Plan plan, long version, String hash) {}
