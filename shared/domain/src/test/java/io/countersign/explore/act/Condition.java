package io.countersign.explore.act;

/** What a transaction checks (design §4); each can be left out by an {@link Engine}. */
public enum Condition {
  /** The state is in the version that was read. */
  VERSION,
  /** It has the status that was read. */
  STATUS,
  /** It has the digest that was read. */
  DIGEST,
  /** Its time is not over, where that matters. */
  IN_TIME,
  /** The plan has the fencing number that was read. */
  FENCE,
  /** No event has that number yet. */
  EVENT,
  /** No other merge holds one of the secrets. */
  LOCK,
  /** Nothing of the project's rules was written since they were read. */
  RULES,
  /** Nothing of the directory was written since it was read. */
  DIRECTORY
}
