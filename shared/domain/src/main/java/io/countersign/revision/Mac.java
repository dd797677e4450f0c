package io.countersign.revision;

/** The HMAC-SHA-256 of a value under its {@link Nonce}: says nothing to who lacks the nonce. */
public record Mac(String hex) {
  @Override
  public String toString() {
    return hex;
  }
}
