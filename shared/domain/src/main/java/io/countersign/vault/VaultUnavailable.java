package io.countersign.vault;

import io.countersign.fault.Unavailable;

/** Secrets Manager did not answer, or would not now; the message holds no value. */
public final class VaultUnavailable extends Unavailable {
  private static final long serialVersionUID = 1;

  public VaultUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
