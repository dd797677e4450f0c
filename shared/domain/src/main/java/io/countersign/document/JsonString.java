package io.countersign.document;

/** JSON string tokens and the texts that they stand for. */
final class JsonString {
  private static final String ESCAPES = "\"\\/bfnrt";
  private static final String ESCAPED = "\"\\/\b\f\n\r\t";

  private JsonString() {}

  /** The length of the escape after a backslash; 0 when it is none. */
  static int escapeLength(String text, int at) {
    if (at >= text.length()) {
      return 0;
    }
    if (text.charAt(at) == 'u') {
      return at + 5 <= text.length() && hex(text, at + 1) ? 5 : 0;
    }
    return ESCAPES.indexOf(text.charAt(at)) >= 0 ? 1 : 0;
  }

  private static boolean hex(String text, int from) {
    for (int at = from; at < from + 4; at++) {
      char c = text.charAt(at);
      // Character.digit alone would take digits of other scripts.
      if (c > 'f' || Character.digit(c, 16) < 0) {
        return false;
      }
    }
    return true;
  }

  /** The text of a well-formed token with its quotes; it may be ill-formed Unicode. */
  static String decode(String token) {
    StringBuilder text = new StringBuilder(token.length());
    int at = 1;
    while (at < token.length() - 1) {
      char c = token.charAt(at++);
      if (c != '\\') {
        text.append(c);
      } else if (token.charAt(at) == 'u') {
        text.append((char) Integer.parseInt(token, at + 1, at + 5, 16));
        at += 5;
      } else {
        text.append(ESCAPED.charAt(ESCAPES.indexOf(token.charAt(at++))));
      }
    }
    return text.toString();
  }

  /** The token with its quotes: only what must be escaped is, in the shortest form. */
  static String encode(String text) {
    StringBuilder token = new StringBuilder(text.length() + 2).append('"');
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c >= ' ' && c != '"' && c != '\\') {
        token.append(c);
      } else if (ESCAPED.indexOf(c) >= 0) {
        token.append('\\').append(ESCAPES.charAt(ESCAPED.indexOf(c)));
      } else {
        token.append("\\u00").append(Character.forDigit(c >> 4, 16));
        token.append(Character.forDigit(c & 15, 16));
      }
    }
    return token.append('"').toString();
  }
}
