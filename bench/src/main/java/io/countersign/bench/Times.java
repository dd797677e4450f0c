package io.countersign.bench;

import java.util.Arrays;
import java.util.Locale;

/** Durations of one kind, in nanoseconds. */
final class Times {
  private final long[] nanos;
  private int count;

  Times(int most) {
    nanos = new long[most];
  }

  void add(long duration) {
    nanos[count++] = duration;
  }

  /** In milliseconds; 0.5 is the median. */
  double quantile(double share) {
    long[] sorted = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted);
    return sorted[(int) Math.min(count - 1, Math.floor(share * count))] / 1e6;
  }

  double median() {
    return quantile(0.5);
  }

  /** The median and the range, as text. */
  String range() {
    return String.format(Locale.ROOT, "%.0f ms (%.0f-%.0f)", median(), quantile(0), quantile(1));
  }
}
