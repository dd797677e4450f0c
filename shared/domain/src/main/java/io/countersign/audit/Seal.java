package io.countersign.audit;

import io.countersign.name.Token;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The seal over a page of an export: every line before its end, in order, and the end itself. */
public final class Seal {
  private static final String FORM = "countersign.export.1";

  private String hash = Chain.START;

  /** Adds a line, without its line feed. */
  public void line(String text) {
    hash = Token.of(FORM, hash, text);
  }

  /**
   * The seal: 64 hex digits of SHA-256.
   *
   * @param chains the requests and journals that the page has, in order, of which the first may
   *     have begun before
   * @param events how many events
   * @param next where the next page begins, or null after the last one
   */
  public String of(List<String> chains, long events, @Nullable String next) {
    return Token.of(
        FORM,
        hash,
        Order.text(chains),
        Long.toString(events),
        next == null ? "last" : "next " + next);
  }
}
