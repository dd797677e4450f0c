package io.countersign.destination;

/**
 * SSM Parameter Store.
 *
 * <p>Every method may throw {@link ParametersUnavailable}; then it is not known whether it took
 * effect.
 */
public interface Parameters {
  /** Writes an encrypted parameter over what is there. */
  Outcome put(Parameter parameter);

  /** Deletes a parameter; one that is not there is deleted already. */
  void delete(String name);

  /** What came of writing. */
  sealed interface Outcome {
    record Held() implements Outcome {}

    /** It can never be written so, and why. */
    record Refused(String reason) implements Outcome {}
  }
}
