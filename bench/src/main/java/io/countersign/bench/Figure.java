package io.countersign.bench;

import java.util.Locale;

/** What a benchmark found: smaller is better. */
public record Figure(String name, double value, double goal) {
  /** The line that is printed. */
  public String line() {
    return "%s %s %s %s"
        .formatted(name, number(value), number(goal), value <= goal ? "met" : "MISSED");
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.2f", value);
  }
}
