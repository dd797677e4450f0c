package io.countersign.revision;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import javax.crypto.spec.SecretKeySpec;

/** 32 random bytes that are kept beside a value, in Secrets Manager only. */
public final class Nonce {
  private static final int LENGTH = 32;

  private final byte[] bytes;

  private Nonce(byte[] bytes) {
    this.bytes = bytes;
  }

  /** A fresh one. */
  public static Nonce from(RandomGenerator random) {
    byte[] bytes = new byte[LENGTH];
    random.nextBytes(bytes);
    return new Nonce(bytes);
  }

  /**
   * One that was kept.
   *
   * @throws IllegalArgumentException unless 64 hex digits
   */
  public static Nonce of(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException("a nonce has 32 bytes");
    }
    return new Nonce(bytes);
  }

  /** Its 64 hex digits. */
  public String hex() {
    return HexFormat.of().formatHex(bytes);
  }

  /** Binds a value without naming it: HMAC-SHA-256 of its bytes under this nonce. */
  public Mac bind(byte[] value) {
    try {
      javax.crypto.Mac hmac = javax.crypto.Mac.getInstance("HmacSHA256");
      hmac.init(new SecretKeySpec(bytes, "HmacSHA256"));
      return new Mac(HexFormat.of().formatHex(hmac.doFinal(value)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }
}
