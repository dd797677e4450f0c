package io.countersign.audit;

import io.countersign.name.Token;

/**
 * The hash chain over the events of a request or the deeds of a journal: each names its
 * predecessor, so none can be changed.
 */
public final class Chain {
  /** What the first of them follows. */
  public static final String START = "0".repeat(64);

  private Chain() {}

  /** The hash of an event's exact text after this predecessor: 64 hex digits of SHA-256. */
  public static String next(String previous, String text) {
    return Token.of("countersign.event.1", previous, text);
  }
}
