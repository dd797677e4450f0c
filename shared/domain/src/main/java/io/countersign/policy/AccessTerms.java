package io.countersign.policy;

import java.time.Duration;

/**
 * What a policy says of access alone.
 *
 * @param maxDuration for how long it is given at most
 * @param reasonRequired whether whoever asks must say why
 */
public record AccessTerms(Duration maxDuration, boolean reasonRequired) {
  /** A working day, with the reason. */
  public static final AccessTerms USUAL = new AccessTerms(Duration.ofHours(8), true);
}
