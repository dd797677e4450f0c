package io.countersign.local.story;

import org.jspecify.annotations.Nullable;

/** A step of the story did not prove what it should. */
public final class StepFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StepFailed(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
