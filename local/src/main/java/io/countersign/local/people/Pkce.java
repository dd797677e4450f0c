package io.countersign.local.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** Proof key for code exchange (RFC 7636, S256). */
record Pkce(String verifier) {
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  static Pkce random() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return new Pkce(BASE64.encodeToString(bytes));
  }

  String challenge() {
    try {
      byte[] text = verifier.getBytes(StandardCharsets.US_ASCII);
      return BASE64.encodeToString(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
