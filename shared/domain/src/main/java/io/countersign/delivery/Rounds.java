package io.countersign.delivery;

import io.countersign.revision.Digest;
import io.countersign.revision.RequestId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When the approvers of which request are reminded next: one round at a time for each request.
 *
 * <p>Every method may throw {@link io.countersign.store.StoreUnavailable}.
 */
public interface Rounds {
  /**
   * One time that approvers are reminded of a revision.
   *
   * @param sequence the number of the event by which they were asked
   * @param number from 1
   */
  record Round(RequestId request, long sequence, Digest digest, int number, Instant due) {}

  /** Plans the first round of a revision, unless one of it, or of a later one, was planned. */
  void plan(Round first);

  /** Rounds that are due, perhaps late. */
  List<Round> due(Instant now, int limit);

  /**
   * Puts the next round in the place of one, or nothing; nothing happens when it is not there any
   * more.
   */
  void next(Round done, @Nullable Round next);
}
