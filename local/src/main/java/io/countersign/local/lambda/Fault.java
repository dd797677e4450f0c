package io.countersign.local.lambda;

/** What goes wrong with a function's next call, on purpose. */
sealed interface Fault {
  /** What goes wrong with the call after one that has met this. */
  default Fault next() {
    return new None();
  }

  /** Nothing. */
  record None() implements Fault {}

  /**
   * The process is ended when AWS has carried out that many of its requests.
   *
   * @param operation that only such requests count of, as {@code PutSecretValue}; empty for all
   */
  record Killed(int requests, String operation) implements Fault {
    /** Whether it waits for a call that makes them: calls come in any order. */
    boolean waits() {
      return !operation.isEmpty();
    }

    @Override
    public Fault next() {
      return waits() ? this : new None();
    }
  }

  /** AWS cannot be reached. */
  record CutOff() implements Fault {}
}
