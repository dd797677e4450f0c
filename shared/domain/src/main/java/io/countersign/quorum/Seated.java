package io.countersign.quorum;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A requirement and those who fill its seats.
 *
 * @param seats the requirement
 * @param people who fills a seat of it; at most as many as it has seats
 * @param <V> how a person is named
 */
public record Seated<V extends Comparable<? super V>>(Seats<V> seats, SortedSet<V> people) {
  /** Takes its own copy of the people. */
  public Seated {
    people = Collections.unmodifiableSortedSet(new TreeSet<>(people));
  }

  /** How many seats are filled. */
  public int filled() {
    return people.size();
  }

  /** How many seats are empty; 0 when the requirement is met. */
  public int missing() {
    return seats.needed() - people.size();
  }
}
