package io.countersign.sync;

import io.countersign.fault.Unavailable;
import java.time.Duration;

/** A destination did not take it now. */
public final class Later extends Unavailable {
  private static final long serialVersionUID = 1;

  private static final int LONGEST = 400;

  private final Duration after;

  public Later(String message) {
    this(message, Duration.ZERO);
  }

  /**
   * It said when.
   *
   * @param after how long nothing is to be tried
   */
  public Later(String message, Duration after) {
    super(message.length() <= LONGEST ? message : message.substring(0, LONGEST) + "…");
    this.after = after;
  }

  Duration after() {
    return after;
  }
}
