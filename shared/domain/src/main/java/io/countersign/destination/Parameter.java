package io.countersign.destination;

import java.nio.charset.StandardCharsets;

/** A parameter as it is to be. */
public record Parameter(String name, String value) {
  /** The most bytes that the standard tier holds. */
  public static final int STANDARD_BYTES = 4096;

  /** The most bytes that the advanced tier holds. */
  public static final int ADVANCED_BYTES = 8192;

  /** Whether only the advanced tier holds it. */
  public boolean advanced() {
    return bytes() > STANDARD_BYTES;
  }

  int bytes() {
    return value.getBytes(StandardCharsets.UTF_8).length;
  }

  /** Never shows the value. */
  @Override
  public String toString() {
    return "Parameter[" + name + "]";
  }
}
