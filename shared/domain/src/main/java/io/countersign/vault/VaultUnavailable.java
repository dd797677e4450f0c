package io.countersign.vault;

import io.countersign.fault.Unavailable;

/**
 * Secrets Manager did not answer, or would not now. The message names the operation and the error's
 * code; there is no cause, because AWS's own messages may quote what was sent.
 */
public class VaultUnavailable extends Unavailable {
  private static final long serialVersionUID = 1;

  public VaultUnavailable(String message) {
    super(message);
  }
}
