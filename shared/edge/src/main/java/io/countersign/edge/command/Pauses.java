package io.countersign.edge.command;

import io.countersign.store.Contention;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/** Real waiting between tries. */
public final class Pauses {
  private Pauses() {}

  /** Retries with real pauses; chance is asked for in the call, never at init. */
  public static Contention contention() {
    return new Contention(
        () -> ThreadLocalRandom.current().nextLong(),
        millis -> LockSupport.parkNanos(millis * 1_000_000));
  }
}
