package io.countersign.document;

import io.countersign.property.Cases;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * A member of a generated document: what it means, and the exact bytes that were written for it.
 */
record Piece(
    String name, Kind kind, String text, String nameToken, String colon, String valueToken) {
  private static final List<String> NAMES =
      List.of("a", "b", "c", "d", "e", "odd key", "", "é", "\ud83d\ude00", "\0");
  private static final List<String> TEXTS =
      List.of(
          "",
          "x",
          "5",
          "true",
          "null",
          "\"",
          "\\",
          "\n",
          "\0",
          "é",
          "\ud83d\ude00",
          "a,b",
          "{}",
          "\u2028",
          "}");
  private static final List<String> NUMBERS = List.of("0", "-0", "5", "1e400", "0.10", "-1.5E-7");
  private static final List<String> SPACES = List.of("", "", "", " ", "\n  ", "\t", "\r\n");

  static List<Piece> some(RandomGenerator random) {
    Map<String, Piece> pieces = new LinkedHashMap<>();
    int count = random.nextInt(7);
    for (int n = 0; n < count; n++) {
      String name = Cases.oneOf(random, NAMES);
      pieces.putIfAbsent(name, of(name, random));
    }
    return new ArrayList<>(pieces.values());
  }

  private static Piece of(String name, RandomGenerator random) {
    Kind kind = Cases.oneOf(random, List.of(Kind.values()));
    String text =
        switch (kind) {
          case STRING -> Cases.oneOf(random, TEXTS);
          case NUMBER -> Cases.oneOf(random, NUMBERS);
          case BOOLEAN -> random.nextBoolean() ? "true" : "false";
          case NULL -> "null";
        };
    String token = kind == Kind.STRING ? escaped(text, random) : text;
    return new Piece(
        name, kind, text, escaped(name, random), space(random) + ":" + space(random), token);
  }

  /** Any text that a value can be given; some of them are tokens of the other kinds. */
  static String text(RandomGenerator random) {
    return Cases.oneOf(random, random.nextBoolean() ? TEXTS : NUMBERS);
  }

  static String space(RandomGenerator random) {
    return Cases.oneOf(random, SPACES);
  }

  String written() {
    return nameToken + colon + valueToken;
  }

  /** A JSON string in which any character may be escaped and some must be. */
  private static String escaped(String text, RandomGenerator random) {
    StringBuilder token = new StringBuilder("\"");
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c < ' ' || c == '"' || c == '\\' || Character.isSurrogate(c) || random.nextInt(4) == 0) {
        token.append("\\u").append("%04x".formatted((int) c));
      } else {
        token.append(c);
      }
    }
    return token.append('"').toString();
  }
}
