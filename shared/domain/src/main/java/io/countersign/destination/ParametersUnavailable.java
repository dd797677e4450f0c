package io.countersign.destination;

import io.countersign.fault.Unavailable;

/** Parameter Store did not answer, or would not now; the message holds no value. */
public final class ParametersUnavailable extends Unavailable {
  private static final long serialVersionUID = 1;

  public ParametersUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
