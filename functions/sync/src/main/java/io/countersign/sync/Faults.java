package io.countersign.sync;

import io.countersign.destination.Lane;
import io.countersign.edge.log.Log;
import io.countersign.fault.Unavailable;
import java.util.Objects;

/** What is said of faults; never a value. */
final class Faults {
  private Faults() {}

  /** Of one that nobody has thought of its type, and the rest is in the log. */
  static String words(Lane lane, RuntimeException fault) {
    if (fault instanceof Unavailable) {
      return Objects.requireNonNullElse(fault.getMessage(), "AWS is away");
    }
    Log.fault("sync " + lane, fault);
    return "unexpected: " + fault.getClass().getSimpleName();
  }
}
