package io.countersign.explore.search;

import java.util.BitSet;

/** Which state leads to which: noted state by state, in the order of their numbers. */
final class Ways {
  private final Ints ends = new Ints();
  private final Ints to = new Ints();

  /** One more way from the state that is noted just now. */
  void way(int state) {
    to.add(state);
  }

  /** The next state's ways begin. */
  void next() {
    ends.add(to.size());
  }

  int size() {
    return to.size();
  }

  /** All states from which one of these can be reached, these included. */
  BitSet reaching(BitSet goals, int states) {
    int[] first = new int[states + 1];
    for (int i = 0; i < to.size(); i++) {
      first[to.get(i) + 1]++;
    }
    for (int i = 0; i < states; i++) {
      first[i + 1] += first[i];
    }
    int[] from = new int[to.size()];
    int[] next = first.clone();
    for (int state = 0; state < ends.size(); state++) {
      for (int i = state == 0 ? 0 : ends.get(state - 1); i < ends.get(state); i++) {
        from[next[to.get(i)]++] = state;
      }
    }
    return closed(goals, first, from);
  }

  private static BitSet closed(BitSet goals, int[] first, int[] from) {
    BitSet reached = (BitSet) goals.clone();
    Ints open = new Ints();
    goals.stream().forEach(open::add);
    for (int at = 0; at < open.size(); at++) {
      int state = open.get(at);
      for (int i = first[state]; i < first[state + 1]; i++) {
        if (!reached.get(from[i])) {
          reached.set(from[i]);
          open.add(from[i]);
        }
      }
    }
    return reached;
  }
}
