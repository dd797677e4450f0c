package io.countersign.bench;

import java.util.Arrays;
import java.util.Locale;

/** Durations of one kind, in nanoseconds. */
public final class Times {
  private final long[] nanos;
  private int count;

  public Times(int most) {
    nanos = new long[most];
  }

  public void add(long duration) {
    nanos[count++] = duration;
  }

  /** In milliseconds; 0.5 is the median. */
  public double quantile(double share) {
    long[] sorted = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted);
    return sorted[(int) Math.min(count - 1, Math.floor(share * count))] / 1e6;
  }

  public double median() {
    return quantile(0.5);
  }

  /** The median and the range, as text. */
  public String range() {
    return String.format(Locale.ROOT, "%.0f ms (%.0f-%.0f)", median(), quantile(0), quantile(1));
  }
}
