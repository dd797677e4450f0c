package io.countersign.delivery;

import io.countersign.fault.Unavailable;

/** The mail service did not answer, or would not now; the message names the operation. */
public final class MailerUnavailable extends Unavailable {
  private static final long serialVersionUID = 1;

  public MailerUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
