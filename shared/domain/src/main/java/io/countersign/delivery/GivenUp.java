package io.countersign.delivery;

import org.jspecify.annotations.Nullable;

/** Why somebody is not told any more of what could not be told for a long time. */
public final class GivenUp {
  private static final String WHY = "it was tried for too long";

  private GivenUp() {}

  /**
   * The reason that is written down.
   *
   * @param last why it could not be told at last, if anybody knows
   */
  public static String why(@Nullable String last) {
    return last == null ? WHY : WHY + ": " + last;
  }
}
