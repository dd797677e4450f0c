package io.countersign.query.list;

import io.countersign.request.Request;
import io.countersign.revision.RequestId;
import io.countersign.waiting.Want;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which requests of a list are shown. */
interface Sieve {
  /** Those of at most 100 requests that are shown, with what they want of the reader, if asked. */
  Map<RequestId, Shown> of(List<Request> requests, ListFilters filters);

  /**
   * A request that is shown.
   *
   * @param want what it wants of the reader; null where nobody asked
   */
  record Shown(Request request, @Nullable Want want) {}
}
