package io.countersign.request;

import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What belongs to an operation and must never leave Secrets Manager.
 *
 * @param text the proposed value, or null where the operation has none
 */
public record Sealing(Nonce value, Nonce base, Nonce target, @Nullable String text) {
  /** Three fresh nonces and the value. */
  static Sealing of(@Nullable String text, RandomGenerator random) {
    return new Sealing(Nonce.from(random), Nonce.from(random), Nonce.from(random), text);
  }

  /** Never shows what it holds. */
  @Override
  public String toString() {
    return "Sealing";
  }
}
