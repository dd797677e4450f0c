package io.countersign.outbox;

import io.countersign.revision.RequestId;
import java.time.Instant;
import java.util.List;

/** How far each request's events were published. */
public interface Outbox extends EventLog {
  /** The sequence number of the last published event, 0 before the first. */
  long cursor(RequestId request);

  /** Moves the cursor on; never back. */
  void published(RequestId request, long sequence);

  /** Requests that have had unpublished events since before this time. */
  List<RequestId> unpublished(Instant before, int limit);
}
