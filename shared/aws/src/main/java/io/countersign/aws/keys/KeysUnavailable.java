package io.countersign.aws.keys;

import io.countersign.fault.Unavailable;

/** KMS did not answer. */
public final class KeysUnavailable extends Unavailable {
  private static final long serialVersionUID = 1;

  KeysUnavailable(Throwable cause) {
    super("KMS GenerateMac: " + cause.getClass().getSimpleName(), cause);
  }
}
