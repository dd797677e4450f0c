package io.countersign.project;

import io.countersign.name.Slug;

/** A project's slug. */
public record ProjectId(String value) implements Comparable<ProjectId> {
  /**
   * Checks the form.
   *
   * @throws InvalidName unless 2 to 40 of {@code [a-z0-9-]}
   */
  public ProjectId {
    Slug.check(value);
  }

  @Override
  public int compareTo(ProjectId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
