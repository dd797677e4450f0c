package io.countersign.local.process;

import org.jspecify.annotations.Nullable;

/** The stack cannot go on; the message is one line that tells the person at the terminal why. */
public final class StackFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StackFailure(String message) {
    super(message);
  }

  public StackFailure(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
