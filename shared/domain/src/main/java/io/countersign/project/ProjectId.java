package io.countersign.project;

import io.countersign.name.Slug;

/** A project's slug. */
public record ProjectId(String value) implements Comparable<ProjectId> {
  /** The organisation itself, {@code *}: roles given there hold in every project. */
  public static final ProjectId ORGANISATION = new ProjectId("*");

  /**
   * Checks the form.
   *
   * @throws InvalidName unless 2 to 40 of {@code [a-z0-9-]}
   */
  public ProjectId {
    if (!value.equals("*")) {
      Slug.check(value);
    }
  }

  /**
   * A project by its slug, which the organisation has none of.
   *
   * @throws InvalidName unless 2 to 40 of {@code [a-z0-9-]}
   */
  public static ProjectId of(String slug) {
    Slug.check(slug);
    return new ProjectId(slug);
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
