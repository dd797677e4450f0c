package io.countersign.vault;

/** Secrets Manager refuses for good: the same call will be refused again until somebody acts. */
public final class VaultRefused extends VaultUnavailable {
  private static final long serialVersionUID = 1;

  public VaultRefused(String message) {
    super(message);
  }
}
