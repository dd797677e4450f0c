package io.countersign.quorum;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** A matching under way: people are seated one by one along augmenting paths. */
final class Matching<V extends Comparable<? super V>> {
  private final List<Seats<V>> requirements;
  private final List<SortedSet<V>> seated = new ArrayList<>();

  Matching(List<Seats<V>> requirements) {
    this.requirements = requirements;
    requirements.forEach(requirement -> seated.add(new TreeSet<>()));
  }

  /** Seats the person if that can be had by moving others to other seats. */
  void seat(V person) {
    place(person, new BitSet());
  }

  private boolean place(V person, BitSet tried) {
    for (int at = 0; at < requirements.size(); at++) {
      if (requirements.get(at).people().contains(person) && !tried.get(at)) {
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
