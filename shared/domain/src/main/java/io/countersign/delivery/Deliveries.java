package io.countersign.delivery;

import io.countersign.revision.RequestId;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The records of deliveries: one for each request, event, person and channel.
 *
 * <p>Every method may throw {@link io.countersign.store.StoreUnavailable}.
 */
public interface Deliveries {
  /** How long whoever took a delivery has for sending it, before another may. */
  Duration IN_HAND = Duration.ofMinutes(1);

  /**
   * Takes a delivery in hand before it is sent, so that nothing is sent twice: a new one, one that
   * was given back, or one that was taken {@link #IN_HAND} ago and never ended.
   */
  Claim claim(Delivery queued);

  /**
   * Writes down that it was sent or failed; nothing happens where a report has said more already.
   */
  void end(Delivery ended);

  /** Gives back what could not be sent now, with the reason; the same holds. */
  void giveBack(Delivery waiting);

  /** The one of this key, or null. */
  @Nullable Delivery find(Delivery.Key key);

  /**
   * Writes down what a report has made of it.
   *
   * @return false when it is not as read any more: read again
   */
  boolean replace(Delivery before, Delivery after);

  /** All deliveries of a request, in the order of events, then people. */
  List<Delivery> of(RequestId request);

  /** Whether a delivery may be sent. */
  enum Claim {
    /** By the caller, now. */
    TAKEN,
    /** By somebody else, who has it in hand. */
    IN_OTHER_HANDS,
    /** By nobody: it was sent or failed. */
    ENDED
  }
}
