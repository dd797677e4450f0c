package io.countersign.destination;

import io.countersign.revision.RequestId;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How one thing stands at one destination, and what is still to be done about it. There is one,
 * however often it was asked for: whoever brings it brings the newest.
 *
 * @param versionId what the destination holds, or null while that is not known
 * @param reason why it failed or waits, or null
 * @param names the keys that the destination does not hold as they are in the document
 * @param attempts how often in a row it could not be brought since it was asked for last
 * @param requests those whose change of it is not known to be there
 * @param asked how often it was asked for
 * @param at when it came to this
 * @param due when it is to be tried, or null where nothing is to be done
 */
public record Standing(
    Lane lane,
    Cargo cargo,
    Sync.Status status,
    @Nullable String versionId,
    @Nullable String reason,
    List<String> names,
    int attempts,
    SortedSet<RequestId> requests,
    long asked,
    Instant at,
    @Nullable Instant due) {

  /**
   * It is there, as far as it can be.
   *
   * @param why it is not as it should be, or null
   * @param without the keys that could not be brought
   */
  public Standing arrived(
      @Nullable String version, @Nullable String why, List<String> without, Instant now) {
    Sync.Status how = why == null ? Sync.Status.SYNCED : Sync.Status.FAILED;
    return new Standing(
        lane, cargo, how, version, why, without, 0, new TreeSet<>(), asked, now, null);
  }

  /**
   * It could not be brought, and is tried again when patience says so.
   *
   * @param drawn between 0 and 1, so that not all come again at once
   */
  public Standing later(String why, Instant now, double drawn) {
    int failed = attempts + 1;
    return new Standing(
        lane,
        cargo,
        Patience.isOver(failed) ? Sync.Status.FAILED : Sync.Status.WAITING,
        versionId,
        why,
        names,
        failed,
        requests,
        asked,
        now,
        Patience.next(failed, now, drawn));
  }

  /** The same, of these requests. */
  public Standing of(SortedSet<RequestId> those) {
    return new Standing(
        lane, cargo, status, versionId, reason, names, attempts, those, asked, at, due);
  }

  /** The same, but not tried before this time. */
  public Standing notBefore(Instant time) {
    return due == null || !due.isBefore(time)
        ? this
        : new Standing(
            lane, cargo, status, versionId, reason, names, attempts, requests, asked, at, time);
  }
}
