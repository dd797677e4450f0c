package io.countersign.project;

import io.countersign.name.Slug;

/** The id of a channel in a project. */
public record ChannelId(String value) implements Comparable<ChannelId> {
  /**
   * Checks the form.
   *
   * @throws InvalidName unless 2 to 40 of {@code [a-z0-9-]}
   */
  public ChannelId {
    Slug.check(value);
  }

  @Override
  public int compareTo(ChannelId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
