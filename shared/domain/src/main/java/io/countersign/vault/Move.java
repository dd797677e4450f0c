package io.countersign.vault;

/** What came of moving {@code AWSCURRENT}. */
public enum Move {
  MOVED,
  /** It was on another version than the one named. */
  REFUSED
}
