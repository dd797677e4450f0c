package io.countersign.faults;

import io.countersign.aws.table.Contents;
import io.countersign.faults.deployed.Promises;
import io.countersign.faults.deployed.Said;
import org.jspecify.annotations.Nullable;

/** One command on things of its own, ready to be called. */
public interface Case {
  /** The key of the first call, and of the same call made again. */
  String FIRST = "first";

  /**
   * The key of a call that is another one: the first was refused, or all was done that could be.
   */
  String SECOND = "second";

  /**
   * Calls it.
   *
   * @param key the idempotency key, where it takes one
   */
  Said call(String key);

  /**
   * Whether the same call made again is answered the same. The others are refused, once what they
   * ask for is so.
   */
  default boolean repeatable() {
    return true;
  }

  /** What else is to be told of it, or nothing. */
  default String remark() {
    return "";
  }

  /** What of it is so, in a word; {@code null} while nothing of it is. */
  @Nullable String effect(Contents contents);

  /** Somebody else writes to what the command is about. */
  default void disturb() {}

  /** Nobody comes back to it: what it has left would be as somebody else's. */
  default void drop() {}

  /** Holds what must be so in the end against what is. */
  default void check(Promises promises) {}
}
