package io.countersign.name;

import java.nio.charset.StandardCharsets;

/** Text as UTF-8; ill-formed Unicode is refused, so two texts never share their bytes. */
public final class WellFormed {
  private WellFormed() {}

  /** Whether the text has no lone surrogate. */
  public static boolean is(String text) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  /**
   * The text as UTF-8.
   *
   * @throws IllegalArgumentException for ill-formed Unicode
   */
  public static byte[] utf8(String text) {
    if (!is(text)) {
      throw new IllegalArgumentException("ill-formed Unicode");
    }
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
