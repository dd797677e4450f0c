package io.countersign.project;

import io.countersign.name.Slug;

/** The id of a destination in a project. */
public record DestinationId(String value) implements Comparable<DestinationId> {
  /**
   * Checks the form.
   *
   * @throws InvalidName unless 2 to 40 of {@code [a-z0-9-]}
   */
  public DestinationId {
    Slug.check(value);
  }

  @Override
  public int compareTo(DestinationId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
