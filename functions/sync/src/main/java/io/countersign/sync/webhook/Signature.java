package io.countersign.sync.webhook;

import io.countersign.project.Credential;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * That a text comes from who has the key, and when.
 *
 * @param key the key's id
 * @param text {@code v1,} and the HMAC-SHA-256 of id, time and text in Base64
 */
record Signature(String key, String text) {
  private static final String HMAC = "HmacSHA256";

  static Signature of(Credential credential, byte[] key, String id, Instant time, String body) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      String signed = id + "." + time.getEpochSecond() + "." + body;
      byte[] hash = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
      return new Signature(
          credential.secretVersion(), "v1," + Base64.getEncoder().encodeToString(hash));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
