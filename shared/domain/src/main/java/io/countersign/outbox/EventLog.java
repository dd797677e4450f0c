package io.countersign.outbox;

import io.countersign.revision.RequestId;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Events of requests as they are stored.
 *
 * <p>Every method may throw {@link io.countersign.store.StoreUnavailable}.
 */
@FunctionalInterface
public interface EventLog {
  /** How many {@link #until} reads at once. */
  int PAGE = 100;

  /**
   * The exact texts of a request's events, in order.
   *
   * @param after the sequence number to begin behind
   * @param limit of a page
   */
  List<String> events(RequestId request, long after, int limit);

  /** Those of the first so many, read page by page as they are asked for. */
  default Stream<String> until(RequestId request, long last) {
    return LongStream.iterate(0, after -> after < last, after -> after + PAGE)
        .mapToObj(after -> events(request, after, (int) Math.min(PAGE, last - after)))
        .flatMap(List::stream);
  }
}
