package io.countersign.merge;

import java.util.Arrays;

/**
 * From each state the first step of whoever is to go on; followed again and again, it must come to
 * an end.
 */
final class Home {
  private static final int NONE = -1;
  private static final int UNDER_WAY = -2;
  private int[] next = new int[1 << 16];

  Home() {
    Arrays.fill(next, NONE);
  }

  /** A step that nobody else's doing is needed for; the first one told of counts. */
  void leads(int from, int to) {
    if (from >= next.length) {
      int before = next.length;
      next = Arrays.copyOf(next, Math.max(from + 1, before * 2));
      Arrays.fill(next, before, next.length, NONE);
    }
    if (next[from] == NONE) {
      next[from] = to;
    }
  }

  /** Whether every way ends. */
  boolean comes() {
    return longest() >= 0;
  }

  /** How long the longest way is; -1 when one goes round in circles. */
  int longest() {
    int[] length = new int[next.length];
    int longest = 0;
    for (int start = 0; start < next.length; start++) {
      int steps = length(start, length);
      if (steps == NONE) {
        return NONE;
      }
      longest = Math.max(longest, steps);
    }
    return longest;
  }

  /** Walks to the end, or to what is known; then back, so that each state is walked once. */
  private int length(int start, int[] length) {
    int[] way = new int[64];
    int far = 0;
    int at = start;
    while (next(at) != NONE && length[at] == 0) {
      length[at] = UNDER_WAY;
      if (far == way.length) {
        way = Arrays.copyOf(way, far * 2);
      }
      way[far++] = at;
      at = next(at);
    }
    if (at < length.length && length[at] == UNDER_WAY) {
      return NONE;
    }
    int steps = at < length.length ? length[at] : 0;
    while (far > 0) {
      length[way[--far]] = ++steps;
    }
    return steps;
  }

  private int next(int at) {
    return at < next.length ? next[at] : NONE;
  }
}
