package io.countersign.revision;

import io.countersign.name.WellFormed;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What belongs to an operation and must never leave Secrets Manager.
 *
 * @param text the proposed value, or null where the operation has none
 */
public record Sealing(Nonce value, Nonce base, Nonce target, @Nullable String text) {
  /** The binding of the proposed value: HMAC over its UTF-8 bytes. */
  public Mac bound() {
    return value.bind(
        WellFormed.utf8(Objects.requireNonNull(text, "an operation without a value")));
  }

  /** The same value, written against what the other was written against. */
  public Sealing against(Sealing other) {
    return new Sealing(value, other.base, other.target, text);
  }

  /** Never shows what it holds. */
  @Override
  public String toString() {
    return "Sealing";
  }
}
