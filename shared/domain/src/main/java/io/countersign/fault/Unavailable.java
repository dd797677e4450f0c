package io.countersign.fault;

/** Something outside did not answer; the message is ours and holds no value. */
public abstract class Unavailable extends RuntimeException {
  private static final long serialVersionUID = 1;

  protected Unavailable(String message, Throwable cause) {
    super(message, cause);
  }

  /** Where nothing broke, but it did not come to an end either. */
  protected Unavailable(String message) {
    super(message);
  }
}
