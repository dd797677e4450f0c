package io.countersign.store;

import io.countersign.fault.Unavailable;

/** The table did not answer; the message names the operation. */
public final class StoreUnavailable extends Unavailable {
  private static final long serialVersionUID = 1;

  public StoreUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
