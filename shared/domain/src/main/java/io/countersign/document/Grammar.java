package io.countersign.document;

/**
 * The tokens of RFC 8259, without any tolerance. Each method reads from an index and gives the one
 * after what it read, or {@link #NONE} where the text is something else.
 */
final class Grammar {
  static final int NONE = -1;

  private Grammar() {}

  /** Whether this character stands there; at {@link #NONE} none does. */
  static boolean is(String text, int at, char c) {
    return at >= 0 && at < text.length() && text.charAt(at) == c;
  }

  /** Reads whitespace, or none; {@link #NONE} stays what it is. */
  static int space(String text, int from) {
    int at = from;
    while (is(text, at, ' ') || is(text, at, '\n') || is(text, at, '\r') || is(text, at, '\t')) {
      at++;
    }
    return at;
  }

  static int string(String text, int from) {
    if (!is(text, from, '"')) {
      return NONE;
    }
    int at = from + 1;
    while (at < text.length() && text.charAt(at) >= ' ') {
      char c = text.charAt(at++);
      if (c == '"') {
        return at;
      }
      if (c == '\\') {
        int length = JsonString.escapeLength(text, at);
        if (length == 0) {
          return NONE;
        }
        at += length;
      }
    }
    return NONE;
  }

  static int number(String text, int from) {
    int at = is(text, from, '-') ? from + 1 : from;
    at = is(text, at, '0') ? at + 1 : digits(text, at);
    if (is(text, at, '.')) {
      at = digits(text, at + 1);
    }
    if (is(text, at, 'e') || is(text, at, 'E')) {
      at++;
      at = digits(text, is(text, at, '+') || is(text, at, '-') ? at + 1 : at);
    }
    return at;
  }

  /** Reads at least one digit. */
  private static int digits(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at > from ? at : NONE;
  }

  /** Reads a string, number, boolean or null. */
  static int scalar(String text, int from) {
    if (is(text, from, '"')) {
      return string(text, from);
    }
    for (String literal : new String[] {"true", "false", "null"}) {
      if (text.startsWith(literal, from)) {
        return from + literal.length();
      }
    }
    return number(text, from);
  }

  /** Reads a member's name, the colon and the whitespace after it, up to the value. */
  static int nameAndColon(String text, int from) {
    int at = space(text, string(text, from));
    return is(text, at, ':') ? space(text, at + 1) : NONE;
  }
}
