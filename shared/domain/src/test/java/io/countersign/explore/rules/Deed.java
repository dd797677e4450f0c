package io.countersign.explore.rules;

import io.countersign.request.Request;
import io.countersign.rule.Basis;
import org.jspecify.annotations.Nullable;

/**
 * Something done, or decided on what was read and still to be committed.
 *
 * @param number of the request that is merged, or 0
 * @param read the request as it was read, or null
 * @param counter as it was read
 * @param after what the rules are to be, or null where they stay
 */
record Deed(String name, int number, @Nullable Request read, int counter, @Nullable Basis after) {
  static Deed of(String name) {
    return new Deed(name, 0, null, 0, null);
  }

  @Override
  public String toString() {
    return name;
  }
}
