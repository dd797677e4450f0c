package io.countersign.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that only goes on when told to. */
public final class StoppedClock implements InstantSource {
  private Instant now;

  public StoppedClock(Instant now) {
    this.now = now;
  }

  public void forward(Duration time) {
    now = now.plus(time);
  }

  @Override
  public Instant instant() {
    return now;
  }
}
