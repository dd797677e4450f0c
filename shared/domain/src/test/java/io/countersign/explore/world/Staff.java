package io.countersign.explore.world;

import io.countersign.directory.Directory;

/** The directory and its counter, which every write bumps. */
public record Staff(Directory directory, long counter) {
  public Staff next(Directory other) {
    return new Staff(other, counter + 1);
  }

  /** Who is active, and in which groups. */
  @Override
  public String toString() {
    return "staff "
        + counter
        + " "
        + directory.people().values().stream()
            .map(each -> each.id() + (each.active() ? "" : "(gone)") + each.groups())
            .toList();
  }
}
