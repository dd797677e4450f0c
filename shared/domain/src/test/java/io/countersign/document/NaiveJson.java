package io.countersign.document;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** RFC 8259 by recursion and regular expressions; slow, and nothing like the scanner. */
final class NaiveJson {
  private static final Pattern SCALAR =
      Pattern.compile(
          "true|false|null|-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?"
              + "|\"([^\\x00-\\x1f\"\\\\]|\\\\[\"\\\\/bfnrt]|\\\\u[0-9a-fA-F]{4})*\"");
  private final String text;
  private int at;

  private NaiveJson(String text) {
    this.text = text.replaceAll("\\A[ \\n\\r\\t]+", "");
  }

  static boolean isObject(String text) {
    NaiveJson json = new NaiveJson(text);
    return json.text.startsWith("{") && json.value() && json.at == json.text.length();
  }

  /** A value and the whitespace after it. */
  private boolean value() {
    if (take("{")) {
      return take("}") || members();
    }
    if (take("[")) {
      return take("]") || elements();
    }
    return scalar();
  }

  private boolean members() {
    do {
      if (!text.startsWith("\"", at) || !scalar() || !take(":") || !value()) {
        return false;
      }
    } while (take(","));
    return take("}");
  }

  private boolean elements() {
    do {
      if (!value()) {
        return false;
      }
    } while (take(","));
    return take("]");
  }

  private boolean scalar() {
    Matcher matcher = SCALAR.matcher(text).region(at, text.length());
    if (!matcher.lookingAt()) {
      return false;
    }
    at = matcher.end();
    return space();
  }

  private boolean take(String token) {
    if (!text.startsWith(token, at)) {
      return false;
    }
    at += token.length();
    return space();
  }

  private boolean space() {
    while (at < text.length() && " \n\r\t".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return true;
  }
}
