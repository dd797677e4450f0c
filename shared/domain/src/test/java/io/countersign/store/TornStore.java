package io.countersign.store;

import io.countersign.directory.Actor;

/** A store of whose reads the caller is older than the rest: a batch read is no snapshot. */
public final class TornStore extends PassingStore {
  private final Actor then;

  public TornStore(Store whole, Actor then) {
    super(whole);
    this.then = then;
  }

  @Override
  public Reading read(Ask ask) {
    Reading now = super.read(ask);
    return new Reading(then, now.head(), now.revision(), now.repeat(), now.counters());
  }
}
