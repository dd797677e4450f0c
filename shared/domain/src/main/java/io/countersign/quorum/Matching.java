package io.countersign.quorum;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** A matching under way: people are seated one by one along augmenting paths. */
final class Matching<V extends Comparable<? super V>> {
  private static final BitSet NOWHERE = new BitSet();

  private final List<Seats<V>> requirements;
  private final List<SortedSet<V>> seated = new ArrayList<>();

  /** In which requirements somebody is. */
  private final Map<V, BitSet> places = new HashMap<>();

  /** Requirements that are full, and none of whose holders can move to one that is not. */
  private final BitSet closed = new BitSet();

  Matching(List<Seats<V>> requirements) {
    this.requirements = requirements;
    for (int at = 0; at < requirements.size(); at++) {
      seated.add(new TreeSet<>());
      for (V person : requirements.get(at).people()) {
        places.computeIfAbsent(person, _ -> new BitSet()).set(at);
      }
    }
  }

  /** Seats these people, in their order, each if that can be had by moving others. */
  void seat(SortedSet<V> people) {
    for (V person : people) {
      BitSet tried = (BitSet) closed.clone();
      if (!place(person, tried)) {
        closed.or(tried);
      }
    }
  }

  private boolean place(V person, BitSet tried) {
    BitSet in = places.getOrDefault(person, NOWHERE);
    for (int at = in.nextSetBit(0); at >= 0; at = in.nextSetBit(at + 1)) {
      if (!tried.get(at)) {
        tried.set(at);
        if (seated.get(at).size() < requirements.get(at).needed() || makeRoom(at, tried)) {
          seated.get(at).add(person);
          return true;
        }
      }
    }
    return false;
  }

  private boolean makeRoom(int at, BitSet tried) {
    for (V holder : List.copyOf(seated.get(at))) {
      if (place(holder, tried)) {
        seated.get(at).remove(holder);
        return true;
      }
    }
    return false;
  }

  Filling<V> only(Set<V> voters) {
    List<Seated<V>> result = new ArrayList<>();
    for (int at = 0; at < requirements.size(); at++) {
      SortedSet<V> people = new TreeSet<>(seated.get(at));
      people.retainAll(voters);
      result.add(new Seated<>(requirements.get(at), people));
    }
    return new Filling<>(result);
  }
}
