package io.countersign.link;

import io.countersign.name.Token;
import java.util.Base64;
import java.util.random.RandomGenerator;

/**
 * What the fragment of a link carries: 256 random bits, which only the mail has. It is never
 * printed: its text has to be asked for.
 */
public record LinkToken(String text) {
  private static final int BYTES = 32;

  /** A fresh one. */
  public static LinkToken from(RandomGenerator random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new LinkToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** What the table knows of it. */
  public String hash() {
    return Token.of("link", text);
  }

  @Override
  public String toString() {
    return "LinkToken[]";
  }
}
