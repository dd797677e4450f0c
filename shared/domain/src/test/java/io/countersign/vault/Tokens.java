package io.countersign.vault;

import java.nio.charset.StandardCharsets;

/** What every call must keep to. */
final class Tokens {
  private static final int SHORTEST = 32;
  private static final int LONGEST = 64;

  private Tokens() {}

  static void check(String token) {
    if (token.length() < SHORTEST || token.length() > LONGEST) {
      throw new IllegalArgumentException("a token has 32 to 64 characters");
    }
  }

  static void checkLength(String text, int bytes) {
    if (text.getBytes(StandardCharsets.UTF_8).length > bytes) {
      throw new IllegalArgumentException("a text of more than " + bytes + " bytes");
    }
  }
}
