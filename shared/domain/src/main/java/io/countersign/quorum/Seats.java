package io.countersign.quorum;

import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One requirement of a policy: so many people out of these (design §2, rule 2).
 *
 * @param needed how many seats there are; at least 1
 * @param people who may take one of them; may be empty, which means nobody and never anyone
 * @param <V> how a person is named, for example an id
 */
public record Seats<V extends Comparable<? super V>>(int needed, SortedSet<V> people) {
  /**
   * Takes its own copy of the people.
   *
   * @throws IllegalArgumentException when fewer than one seat is asked for
   */
  public Seats {
    if (needed < 1) {
      throw new IllegalArgumentException("a requirement asks for at least one person");
    }
    people = Collections.unmodifiableSortedSet(new TreeSet<>(people));
  }

  /** So many out of these people, given in any order. */
  public static <V extends Comparable<? super V>> Seats<V> of(int needed, Set<V> people) {
    return new Seats<>(needed, new TreeSet<>(people));
  }
}
