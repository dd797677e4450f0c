package io.countersign.name;

import java.util.List;

/**
 * Whether two patterns have a path in common: the shortest path that both match, found part by
 * part.
 */
final class CommonPath {
  private static final int MOST_SEGMENTS = 10;
  private static final int NONE = 1000;

  private final List<String> one;
  private final List<String> other;
  // shortest[i][j]: how many segments the parts from i of one and from j of the other need.
  private final int[][] shortest;

  private CommonPath(List<String> one, List<String> other) {
    this.one = one;
    this.other = other;
    shortest = new int[one.size() + 1][other.size() + 1];
  }

  static boolean exists(List<String> one, List<String> other) {
    return new CommonPath(one, other).length() <= MOST_SEGMENTS;
  }

  private int length() {
    for (int i = one.size(); i >= 0; i--) {
      for (int j = other.size(); j >= 0; j--) {
        shortest[i][j] = from(i, j);
      }
    }
    return shortest[0][0];
  }

  private int from(int i, int j) {
    boolean more = i < one.size();
    boolean others = j < other.size();
    if (!more && !others) {
      return 0;
    }
    int best = NONE;
    if (more && any(one.get(i))) {
      best = Math.min(best, shortest[i + 1][j]);
    }
    if (others && any(other.get(j))) {
      best = Math.min(best, shortest[i][j + 1]);
    }
    if (more && others && shared(one.get(i), other.get(j))) {
      int nextOne = any(one.get(i)) ? i : i + 1;
      int nextOther = any(other.get(j)) ? j : j + 1;
      if (nextOne > i || nextOther > j) {
        best = Math.min(best, 1 + shortest[nextOne][nextOther]);
      }
    }
    return best;
  }

  /** Whether one segment can be an instance of both parts. */
  private static boolean shared(String part, String that) {
    return part.startsWith("*") || that.startsWith("*") || part.equals(that);
  }

  private static boolean any(String part) {
    return part.equals("**");
  }
}
