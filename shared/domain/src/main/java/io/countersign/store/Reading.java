package io.countersign.store;

import io.countersign.directory.Actor;
import io.countersign.revision.Revision;
import org.jspecify.annotations.Nullable;

/** The answer to an {@link Ask}; null is what was not there or not asked for. */
public record Reading(
    @Nullable Actor actor,
    @Nullable Head head,
    @Nullable Revision revision,
    @Nullable Repeat repeat,
    @Nullable Counters counters) {}
