package io.countersign.directory;

import io.countersign.name.Slug;

/**
 * A person's id in the directory; people are deactivated, never deleted, so it is never used again.
 */
public record PersonId(String value) implements ActorId {
  /**
   * Checks the form.
   *
   * @throws InvalidName unless 2 to 40 of {@code [a-z0-9-]}
   */
  public PersonId {
    Slug.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
