package io.countersign.store;

import io.countersign.directory.PersonId;
import io.countersign.outbox.EventLog;
import io.countersign.project.ProjectId;
import io.countersign.request.Request;
import io.countersign.request.Status;
import io.countersign.revision.RequestId;
import io.countersign.revision.Revision;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lists for reading only; nothing is decided from them. */
public interface Catalog extends EventLog {
  /**
   * Requests as they stand now, the newest first. One that has just changed its status may be
   * missing, or be there in another one than asked for.
   *
   * @param project only of this one, or null
   * @param statuses only in these states, or empty for any
   * @param before only behind this place, or null
   * @param limit of a page, 1 to 100
   */
  Page page(@Nullable ProjectId project, Set<Status> statuses, @Nullable Before before, int limit);

  /**
   * Requests on a person's list of what waits for them, as they stand now, the newest first:
   * perhaps more than really do.
   *
   * @param before only behind this place, or null
   * @param limit of a page, 1 to 100
   */
  Page waiting(PersonId person, @Nullable Before before, int limit);

  /**
   * How many requests are in that state, counted up to {@code most}.
   *
   * @param project only in this one, or null
   */
  int count(@Nullable ProjectId project, Status status, int most);

  /** The present revisions of at most 100 requests. */
  Map<RequestId, Revision> revisions(Collection<Request> requests);

  /**
   * A place in the list.
   *
   * @param request the request behind which it is, or null for the place before all of that time
   */
  record Before(Instant createdAt, @Nullable RequestId request) {}

  /**
   * A page.
   *
   * @param more whether there may be others behind it
   */
  record Page(List<Request> requests, boolean more) {}
}
