package io.countersign.faults.deployed;

import io.countersign.directory.Directory;
import io.countersign.policy.Rules;
import io.countersign.store.Counters;
import io.countersign.store.PassingStore;
import io.countersign.store.Store;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The store of a function that was just started: it remembers nothing, and makes every call. */
final class Started extends PassingStore {
  private final Supplier<Store> fresh;

  /**
   * Passes calls on.
   *
   * @param fresh a store that knows nothing yet
   */
  Started(Supplier<Store> fresh) {
    super(fresh.get());
    this.fresh = fresh;
  }

  @Override
  public List<Rules> everyProject() {
    return fresh.get().everyProject();
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
