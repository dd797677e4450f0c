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
  private static final int RECENT = 4;

  private final Map<String, Map<Slot, String>> proposed = new LinkedHashMap<>();
  private final List<Proposal> known = new ArrayList<>();
  private final List<Proposal> open = new ArrayList<>();
  private final List<Told> told = new ArrayList<>();
  private int values;

  synchronized String freshValue() {
    return "value-" + ++values;
  }

  synchronized void proposes(Proposal made, Map<Slot, String> wanted) {
    proposed.put(made.id(), wanted);
    known.add(made);
    open.add(made);
    told.add(new Told(made.id(), "submit", "OPEN"));
  }

  /** The request has another digest now. */
  synchronized void revised(Proposal next) {
    known.replaceAll(each -> each.id().equals(next.id()) ? next : each);
    open.replaceAll(each -> each.id().equals(next.id()) ? next : each);
  }

  /** Nothing more can be done to it. */
  synchronized void over(Proposal ended) {
    open.removeIf(each -> each.id().equals(ended.id()));
  }

  synchronized void heard(Told what) {
    told.add(what);
  }

  /** One of the latest requests that may be open, or null while there is none. */
  synchronized @Nullable Proposal any(RandomGenerator random) {
    int size = open.size();
    return size == 0 ? null : open.get(size - 1 - random.nextInt(Math.min(size, RECENT)));
  }

  synchronized List<Proposal> all() {
    return List.copyOf(known);
  }

  synchronized Map<String, Map<Slot, String>> proposed() {
    return Map.copyOf(proposed);
  }

  /** Whether somebody was told of a merge. */
  synchronized boolean merged() {
    return told.stream().anyMatch(each -> each.status().equals("MERGED"));
  }

  synchronized List<Told> told() {
    return List.copyOf(told);
  }
}
