package io.countersign.directory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the organisation was set up: by one admin alone, until a second one existed (rule 13).
 *
 * @param by the first admin
 * @param at when they gave the code
 * @param end of their time alone, which nothing takes back, or null while it lasts
 */
public record Setup(PersonId by, Instant at, @Nullable End end) {
  /** A second admin. */
  public record End(PersonId with, Instant at) {}

  /** The first admin begins. */
  public static Setup begun(PersonId by, Instant at) {
    return new Setup(by, at, null);
  }

  /** The same, over. */
  public Setup ended(PersonId with, Instant now) {
    return new Setup(by, at, new End(with, now));
  }
}
