package io.countersign.aws.bus;

import io.countersign.fault.Unavailable;

/** The bus or the queue did not answer. */
public final class BusUnavailable extends Unavailable {
  private static final long serialVersionUID = 1;

  BusUnavailable(String operation, Throwable cause) {
    super(operation + ": " + cause.getClass().getSimpleName(), cause);
  }
}
