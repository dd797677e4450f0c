package io.countersign.document;

import org.jspecify.annotations.Nullable;

/** What a member's value is. */
public enum Kind {
  /** A JSON string, and the text of a plain-text document. */
  STRING('s'),
  /** A number of any size and precision, kept as it is written. */
  NUMBER('n'),
  /** {@code true} or {@code false}. */
  BOOLEAN('b'),
  /** {@code null}. */
  NULL('0');

  private final byte code;

  Kind(char code) {
    this.code = (byte) code;
  }

  /** The first byte of {@link Member#canonical()}; stored HMACs rest on it, so it never changes. */
  byte code() {
    return code;
  }

  /** The kind of value that begins with this character, where the JSON is well-formed and flat. */
  static Kind beginningWith(char first) {
    return switch (first) {
      case '"' -> STRING;
      case 't', 'f' -> BOOLEAN;
      case 'n' -> NULL;
      default -> NUMBER;
    };
  }

  /** The kind of the one JSON token that the whole text is; null when it is none. */
  static @Nullable Kind ofToken(String text) {
    return Grammar.scalar(text, 0) == text.length() ? beginningWith(text.charAt(0)) : null;
  }
}
