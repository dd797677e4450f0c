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
  public void record(Sync sync) {
    last.put(sync.request() + "#" + sync.destination() + "#" + sync.document(), sync);
    all.add(sync);
  }

  @Override
  public List<Sync> of(RequestId request) {
    return last.values().stream().filter(sync -> sync.request().equals(request)).toList();
  }

  /** Every record in the order of writing. */
  public List<Sync> all() {
    return List.copyOf(all);
  }
}
