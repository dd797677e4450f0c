package io.countersign.directory;

import io.countersign.name.Slug;

/** A role's id: of a shipped one, or of one that a project made. */
public record RoleId(String value) implements Comparable<RoleId> {
  /**
   * Checks the form.
   *
   * @throws InvalidName unless 2 to 40 of {@code [a-z0-9-]}
   */
  public RoleId {
    Slug.check(value);
  }

  @Override
  public int compareTo(RoleId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
