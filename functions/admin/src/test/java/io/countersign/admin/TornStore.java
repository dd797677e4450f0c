package io.countersign.admin;

import io.countersign.directory.Actor;
import io.countersign.store.Ask;
import io.countersign.store.PassingStore;
import io.countersign.store.Reading;
import io.countersign.store.Store;

/** A store of whose reads the caller is older than the rest. */
final class TornStore extends PassingStore {
  private final Actor then;

  TornStore(Store whole, Actor then) {
    super(whole);
    this.then = then;
  }

  @Override
  public Reading read(Ask ask) {
    Reading now = super.read(ask);
    return new Reading(then, now.head(), now.revision(), now.repeat(), now.counters());
  }
}
