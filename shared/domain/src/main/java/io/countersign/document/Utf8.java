package io.countersign.document;

/** What a text comes to in UTF-8. */
final class Utf8 {
  private Utf8() {}

  /** Whether every surrogate has its other half. */
  static boolean wellFormed(String text) {
    int at = 0;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
        return false;
      }
      at += Character.charCount(point);
    }
    return true;
  }

  /** The number of bytes of a well-formed text. */
  static int length(String text) {
    int bytes = 0;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      // The two halves of a pair count two bytes each.
      bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
    return bytes;
  }
}
