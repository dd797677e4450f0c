package io.countersign.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the mail service says of a mail afterwards.
 *
 * @param messageId its own name for the mail
 * @param reason in its words, or null where there is nothing to say
 */
public record Report(Kind kind, String messageId, @Nullable String reason, Instant at) {
  /** What it says. */
  public enum Kind {
    /** It still tries. */
    DELAYED,
    DELIVERED,
    /**
     * It has given up for now. Where the mail was delivered already, that is an answering machine's
     * doing.
     */
    RETURNED,
    /** It came back for good, perhaps after it was delivered. */
    BOUNCED,
    COMPLAINED,
    /** It does not send the mail. */
    REFUSED
  }
}
