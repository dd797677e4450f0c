package io.countersign.vault;

import org.jspecify.annotations.Nullable;

/** A managed secret as it was read. */
public sealed interface Seen {
  /** There is none of this name, or one that never had a version. */
  record Missing() implements Seen {}

  /**
   * It waits for its deletion.
   *
   * @param current the version id that {@code AWSCURRENT} is on, or null when it never had one
   */
  record Deleted(String arn, @Nullable String current) implements Seen {}

  /**
   * It is there. All of it was true at one moment.
   *
   * @param current the version id that {@code AWSCURRENT} is on
   * @param previous the one that {@code AWSPREVIOUS} is on, or null
   * @param text the current content, or null when it is binary
   * @param hindrance why it must not be written now, or null
   */
  record Present(
      String arn,
      String current,
      @Nullable String previous,
      @Nullable String text,
      @Nullable Hindrance hindrance)
      implements Seen {
    /** The same, with why it must not be written now. */
    public Present heldBy(Hindrance by) {
      return new Present(arn, current, previous, text, by);
    }

    /** Never shows the content. */
    @Override
    public String toString() {
      return "Present[" + arn + ", " + current + "]";
    }
  }

  /** Why a secret must not be written. */
  enum Hindrance {
    /** {@code AWSPENDING} is on a version other than the current one. */
    ROTATING,
    /** So many versions of it are young that AWS may soon take no more. */
    CROWDED,
    /** Another AWS service owns it. */
    MANAGED,
    /** It is a replica of a secret in another region. */
    REPLICA
  }
}
