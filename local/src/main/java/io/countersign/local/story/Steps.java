package io.countersign.local.story;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

/** Prints the story: numbered steps, and under each what it proved. */
public final class Steps {
  /** Longer than the minute between two runs of the schedule. */
  private static final Duration PATIENCE = Duration.ofSeconds(100);

  private final PrintStream out;
  private int number;

  public Steps(PrintStream out) {
    this.out = out;
  }

  /** The next step begins. */
  public void step(String title) {
    number++;
    out.printf("%n%2d. %s%n", number, title);
  }

  /** Something that was just seen to be so. */
  public void proved(String what) {
    out.println("    ✓ " + what);
  }

  /** Sees to it that it is so. */
  public void check(boolean holds, String what) {
    if (!holds) {
      fail(what, null);
    }
    proved(what);
  }

  /** Sees to it that both are the same. */
  public void same(Object expected, Object actual, String what) {
    if (!Objects.equals(expected, actual)) {
      fail(what + ": expected " + expected + ", was " + actual, null);
    }
    proved(what + ": " + actual);
  }

  /** Waits for it to be so. */
  public void eventually(String what, BooleanSupplier holds) {
    eventually(what, PATIENCE, holds);
  }

  /** Waits so long for it to be so. */
  public void eventually(String what, Duration patience, BooleanSupplier holds) {
    try {
      Awaitility.await()
          .atMost(patience)
          .pollInterval(Duration.ofMillis(200))
          .until(holds::getAsBoolean);
    } catch (ConditionTimeoutException e) {
      fail(what + ": not within " + patience.toSeconds() + " s", e);
    }
    proved(what);
  }

  /** Ends the story. */
  public void fail(String what, @Nullable Throwable cause) {
    out.println("    ✗ " + what);
    throw new StepFailed("Step " + number + " failed: " + what, cause);
  }
}
