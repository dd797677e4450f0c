package io.countersign.directory;

import io.countersign.name.Slug;

/** A group's id in the directory. */
public record GroupId(String value) implements Comparable<GroupId> {
  /**
   * Checks the form.
   *
   * @throws InvalidName unless 2 to 40 of {@code [a-z0-9-]}
   */
  public GroupId {
    Slug.check(value);
  }

  @Override
  public int compareTo(GroupId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
