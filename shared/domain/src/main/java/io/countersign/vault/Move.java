package io.countersign.vault;

/** What came of moving {@code AWSCURRENT}. */
public enum Move {
  /** It was on the version named and is not any more; or this move had been made before. */
  MOVED,
  /**
   * For certain this call has not moved it: it was on another version than the one named, or the
   * secret is gone or waits for its deletion.
   */
  REFUSED
}
