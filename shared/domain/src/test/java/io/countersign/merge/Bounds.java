package io.countersign.merge;

import java.util.Set;

/**
 * How much goes wrong in an exploration.
 *
 * @param crashes how often a holder may die
 * @param writes how often others may do something
 * @param takeUps how often each merge that failed may be taken up again
 * @param deeds what others may do besides writing
 */
record Bounds(int crashes, int writes, int takeUps, Locks locks, Set<Deed> deeds) {
  /** What keeps two requests apart that touch the same documents. */
  enum Locks {
    HELD,
    NONE
  }

  /** What others may do besides writing to documents. */
  enum Deed {
    /** AWS denies us a document, and lets us again. */
    DENY,
    /** {@code AWSCURRENT} is moved back to the version before. */
    ROLL_BACK,
    /** A secret is created that is not there. */
    CREATE
  }

  static Bounds of(int crashes, int writes, int takeUps, Deed... deeds) {
    return new Bounds(crashes, writes, takeUps, Locks.HELD, Set.of(deeds));
  }

  Bounds unlocked() {
    return new Bounds(crashes, writes, takeUps, Locks.NONE, deeds);
  }
}
