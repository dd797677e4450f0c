package io.countersign.store;

import io.countersign.audit.Recorded;
import io.countersign.project.ProjectId;
import io.countersign.revision.RequestId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an audit reads; nothing is decided from it. */
public interface Trail {
  /** Where a request stands in the order of their submission. */
  record Place(Instant createdAt, RequestId request) {
    public static Place of(Head head) {
      return new Place(head.request().createdAt(), head.request().id());
    }
  }

  /**
   * The times of submission that are asked for.
   *
   * @param from the first, or null for all before {@code to}
   * @param to the first that is not, or null for all since {@code from}
   */
  record Span(@Nullable Instant from, @Nullable Instant to) {}

  /**
   * Requests of a project as they stand now, in the order of their submission. One submitted in the
   * last seconds may not be there yet.
   *
   * @param after only those behind this place, or null
   * @param limit 1 to 100
   */
  List<Head> heads(ProjectId project, Span span, @Nullable Place after, int limit);

  /** Events of a request behind a sequence number, as they lie there, in order. */
  List<Recorded> records(RequestId request, long after, int limit);
}
