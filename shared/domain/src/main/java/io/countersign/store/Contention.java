package io.countersign.store;

import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The one retry of a command: from a fresh read, with full jitter (design §4). */
public final class Contention {
  /** How often a command is tried. */
  public static final int TRIES = 9;

  private static final long LONGEST_MILLIS = 2_000;

  /** Waits; in tests it only counts. */
  public interface Pause {
    void millis(long millis);
  }

  private final RandomGenerator random;
  private final Pause pause;

  public Contention(RandomGenerator random, Pause pause) {
    this.random = random;
    this.pause = pause;
  }

  /**
   * Tries until there is a result.
   *
   * @param attempt one read, decision and commit; null when the commit met a change
   * @throws Contended when no try went through
   */
  public <T> T until(Supplier<@Nullable T> attempt) {
    T result = attempt.get();
    for (int again = 0; result == null && again < TRIES - 1; again++) {
      pause.millis(random.nextLong(Math.min(LONGEST_MILLIS, 25L << again)));
      result = attempt.get();
    }
    if (result == null) {
      throw new Contended();
    }
    return result;
  }
}
