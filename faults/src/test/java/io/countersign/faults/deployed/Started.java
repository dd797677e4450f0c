package io.countersign.faults.deployed;

import io.countersign.directory.Directory;
import io.countersign.policy.Rules;
import io.countersign.store.Counters;
import io.countersign.store.PassingStore;
import io.countersign.store.Store;
import org.jspecify.annotations.Nullable;

/** The store of a function that was just started: it remembers nothing, and makes every call. */
final class Started extends PassingStore {
  Started(Store store) {
    super(store);
  }

  @Override
  public @Nullable Rules rules(Counters counters) {
    return rules(counters.project());
  }

  @Override
  public Directory directory(Counters counters) {
    return directory();
  }
}
