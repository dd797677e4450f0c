package io.countersign.merging;

import io.countersign.store.Commit;
import io.countersign.store.PassingStore;
import io.countersign.store.Store;

/** A store in which every commit meets another transaction at its first try. */
final class Crossed extends PassingStore {
  private boolean passed = true;

  Crossed(Store store) {
    super(store);
  }

  @Override
  public boolean commit(Commit commit) {
    passed = !passed;
    return passed && super.commit(commit);
  }
}
