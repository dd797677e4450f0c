package io.countersign.document;

import static io.countersign.document.Grammar.NONE;

/** Reads over a JSON value of any depth, without recursion: 64 KB of brackets are just a text. */
final class Nesting {
  private Nesting() {}

  /** The index after the value; {@link Grammar#NONE} where there is no well-formed one. */
  static int value(String text, int from) {
    // The closing brackets still to come, the innermost last.
    StringBuilder open = new StringBuilder();
    int at = from;
    while (at != NONE) {
      boolean array = Grammar.is(text, at, '[');
      if (array || Grammar.is(text, at, '{')) {
        open.append(array ? ']' : '}');
        at = Grammar.space(text, at + 1);
        if (!Grammar.is(text, at, innermost(open))) {
          at = array ? at : Grammar.nameAndColon(text, at);
          continue;
        }
      } else {
        at = Grammar.scalar(text, at);
      }
      at = close(text, at, open);
      if (open.isEmpty()) {
        return at;
      }
      at = next(text, at, innermost(open));
    }
    return NONE;
  }

  private static int close(String text, int from, StringBuilder open) {
    int at = from;
    while (!open.isEmpty()) {
      int bracket = Grammar.space(text, at);
      if (!Grammar.is(text, bracket, innermost(open))) {
        return bracket;
      }
      open.setLength(open.length() - 1);
      at = bracket + 1;
    }
    return at;
  }

  /** From a comma to the value after it. */
  private static int next(String text, int from, char closing) {
    if (!Grammar.is(text, from, ',')) {
      return NONE;
    }
    int at = Grammar.space(text, from + 1);
    return closing == ']' ? at : Grammar.nameAndColon(text, at);
  }

  private static char innermost(StringBuilder open) {
    return open.charAt(open.length() - 1);
  }
}
