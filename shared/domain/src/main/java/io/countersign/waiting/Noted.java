package io.countersign.waiting;

import io.countersign.directory.PersonId;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * On whose lists a request is.
 *
 * @param version how often that was noted
 * @param sequence the request's last event that is taken into account, 0 before the first
 */
public record Noted(long version, long sequence, SortedSet<PersonId> people) {
  /** Nothing yet. */
  public static final Noted NONE = new Noted(0, 0, new TreeSet<>());

  /** Takes its own copy of the people. */
  public Noted {
    people = Collections.unmodifiableSortedSet(new TreeSet<>(people));
  }

  /** What is noted next. */
  Noted next(long upTo, SortedSet<PersonId> next) {
    return new Noted(version + 1, upTo, next);
  }
}
