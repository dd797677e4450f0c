package io.countersign.directory;

import io.countersign.name.Slug;

/** The id of a role's binding in a project. */
public record BindingId(String value) implements Comparable<BindingId> {
  /**
   * Checks the form.
   *
   * @throws InvalidName unless 2 to 40 of {@code [a-z0-9-]}
   */
  public BindingId {
    Slug.check(value);
  }

  @Override
  public int compareTo(BindingId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
