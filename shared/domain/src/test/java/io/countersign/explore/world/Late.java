package io.countersign.explore.world;

import io.countersign.store.Commit;

/** A transaction that arrives after the death of who sent it. */
public record Late(int request, Commit commit) {}
