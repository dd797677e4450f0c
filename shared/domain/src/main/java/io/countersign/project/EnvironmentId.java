package io.countersign.project;

import io.countersign.name.Slug;

/** An environment's slug, unique in its project. */
public record EnvironmentId(String value) implements Comparable<EnvironmentId> {
  /**
   * Checks the form.
   *
   * @throws InvalidName unless 2 to 40 of {@code [a-z0-9-]}
   */
  public EnvironmentId {
    Slug.check(value);
  }

  @Override
  public int compareTo(EnvironmentId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
