package io.countersign.directory;

import io.countersign.name.InvalidName;
import io.countersign.name.Slug;

/**
 * A machine's id in the directory; machines are deactivated, never deleted, so it is never used
 * again.
 */
public record MachineId(String slug) implements ActorId {
  static final String MARK = "machine:";

  /**
   * Checks the form.
   *
   * @throws InvalidName unless 2 to 40 of {@code [a-z0-9-]}
   */
  public MachineId {
    Slug.check(slug);
  }

  @Override
  public String value() {
    return MARK + slug;
  }

  @Override
  public String toString() {
    return value();
  }
}
