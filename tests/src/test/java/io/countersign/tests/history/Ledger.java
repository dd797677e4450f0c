package io.countersign.tests.history;

import io.countersign.tests.stage.Proposal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What the clients know and were told, all of them together. */
final class Ledger {
  /** Nobody goes back further than that many requests, so that they meet. */
  private static final int RECENT = 8;

  private final Map<String, Map<Slot, String>> proposed = new LinkedHashMap<>();
  private final List<Proposal> known = new ArrayList<>();
  private final List<Told> told = new ArrayList<>();
  private int values;

  synchronized String freshValue() {
    return "value-" + ++values;
  }

  synchronized void proposes(Proposal made, Map<Slot, String> wanted) {
    proposed.put(made.id(), wanted);
    known.add(made);
    told.add(new Told(made.id(), "submit", "OPEN"));
  }

  /** The request has another digest now. */
  synchronized void revised(Proposal next) {
    known.replaceAll(each -> each.id().equals(next.id()) ? next : each);
  }

  synchronized void heard(Told what) {
    told.add(what);
  }

  /** One of the latest requests, or null while there is none. */
  synchronized @Nullable Proposal any(RandomGenerator random) {
    int size = known.size();
    return size == 0 ? null : known.get(size - 1 - random.nextInt(Math.min(size, RECENT)));
  }

  synchronized List<Proposal> all() {
    return List.copyOf(known);
  }

  synchronized Map<String, Map<Slot, String>> proposed() {
    return Map.copyOf(proposed);
  }

  synchronized List<Told> told() {
    return List.copyOf(told);
  }
}
