package io.countersign.document;

/** Names of keys as messages show them: quoted, on one line, and short. */
public final class Shown {
  private static final int LONGEST = 80;

  private Shown() {}

  /** The name, quoted. */
  public static String name(String name) {
    StringBuilder shown = new StringBuilder("\"");
    name.codePoints().limit(LONGEST).forEach(point -> append(shown, point));
    return shown.append(name.codePointCount(0, name.length()) > LONGEST ? "…\"" : "\"").toString();
  }

  private static void append(StringBuilder shown, int point) {
    if (point == '"' || point == '\\') {
      shown.append('\\').appendCodePoint(point);
    } else if (point == ' ' || visible(point)) {
      shown.appendCodePoint(point);
    } else {
      shown.append("\\u{").append(Integer.toHexString(point)).append('}');
    }
  }

  private static boolean visible(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
