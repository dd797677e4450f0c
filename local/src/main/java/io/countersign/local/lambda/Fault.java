package io.countersign.local.lambda;

/** What goes wrong with a function's next call, on purpose. */
sealed interface Fault {
  /** Nothing. */
  record None() implements Fault {}

  /**
   * The process is ended when AWS has carried out that many of its requests.
   *
   * @param operation that only such requests count of, as {@code PutSecretValue}; empty for all
   */
  record Killed(int requests, String operation) implements Fault {}

  /** AWS cannot be reached. */
  record CutOff() implements Fault {}
}
