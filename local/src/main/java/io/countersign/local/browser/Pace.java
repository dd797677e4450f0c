package io.countersign.local.browser;

import java.util.Map;

/**
 * How fast a network and a processor are made to look.
 *
 * @param latency milliseconds before each answer begins
 * @param down kilobits (of 1,024) a second
 * @param up the same
 * @param processor how many times slower it computes
 */
public record Pace(double latency, double down, double up, int processor) {
  /**
   * What Lighthouse holds a page on a phone against: slow 4G, and a processor four times slower.
   */
  public static final Pace PHONE = new Pace(562.5, 1474.56, 675, 4);

  Map<String, ?> network() {
    return Map.of(
        "offline",
        false,
        "latency",
        latency,
        "downloadThroughput",
        down * 1024 / 8,
        "uploadThroughput",
        up * 1024 / 8);
  }
}
