package io.countersign.channel;

import io.countersign.project.ChannelId;
import io.countersign.revision.RequestId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The records of postings: one for each request, event and channel.
 *
 * <p>Every method may throw {@link io.countersign.store.StoreUnavailable}.
 */
public interface Postings {
  /** How long whoever took a posting has for it, before another may. */
  Duration IN_HAND = Duration.ofMinutes(1);

  /** Takes a posting in hand before it is sent, so that nothing is sent twice. */
  Claim claim(Posting queued);

  /** Writes down that it was sent or failed, for good. */
  void end(Posting ended);

  /**
   * Gives back what could not be sent now.
   *
   * @param from when it may be taken again
   * @param tried whether it may have arrived all the same
   */
  void giveBack(Posting waiting, Instant from, Tried tried);

  /** All postings of a request, in the order of events, then channels. */
  List<Posting> of(RequestId request);

  /** The message of a request in a channel, or null while there is none. */
  @Nullable Root root(RequestId request, ChannelId channel);

  /**
   * Remembers the message, unless one of the same conversation is remembered that shows the same or
   * something newer.
   */
  void remember(Root root);

  /** Whether what was tried may have had an effect. */
  enum Tried {
    IN_VAIN,
    PERHAPS
  }

  /** Whether a posting may be sent. */
  enum Claim {
    /** By the caller, now. */
    TAKEN,
    /** By the caller, now; but an earlier try may have arrived. */
    TAKEN_AFTER_ANOTHER,
    /** By nobody yet: somebody has it in hand, or it was given back for later. */
    NOT_NOW,
    /** By nobody: it was sent or failed. */
    ENDED
  }
}
