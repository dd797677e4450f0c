package io.countersign.destination;

import io.countersign.revision.RequestId;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Syncs in memory, with all that was ever recorded. */
public final class FakeSyncs implements Syncs {
  private final SortedMap<String, Sync> last = new TreeMap<>();
  private final List<Sync> all = new ArrayList<>();

  @Override
  public synchronized Sync begin(Sync waiting) {
    Sync there = last.get(key(waiting));
    if (there == null) {
      record(waiting);
    }
    return there == null ? waiting : there;
  }

  private static String key(Sync sync) {
    return sync.request() + "#" + sync.destination() + "#" + sync.document();
  }

  @Override
  public synchronized void record(Sync sync) {
    last.put(key(sync), sync);
    all.add(sync);
  }

  @Override
  public synchronized List<Sync> of(RequestId request) {
    return last.values().stream().filter(sync -> sync.request().equals(request)).toList();
  }

  /** Every record in the order of writing. */
  public List<Sync> all() {
    return List.copyOf(all);
  }
}
