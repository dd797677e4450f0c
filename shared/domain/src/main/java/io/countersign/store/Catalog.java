package io.countersign.store;

import io.countersign.project.ProjectId;
import io.countersign.request.Request;
import io.countersign.request.Status;
import io.countersign.revision.RequestId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists for reading only; nothing is decided from them. */
public interface Catalog {
  /**
   * Requests, the newest first.
   *
   * @param project only of this one, or null
   * @param status only in this state, or null
   * @param cursor where the last page ended, or null
   * @param limit of a page, 1 to 100
   */
  Page page(
      @Nullable ProjectId project, @Nullable Status status, @Nullable String cursor, int limit);

  /**
   * The exact texts of a request's events.
   *
   * @param after the sequence number to begin behind
   * @param limit of a page
   */
  List<String> events(RequestId request, long after, int limit);

  /**
   * A page.
   *
   * @param next the cursor of the next one, or null when this is the last
   */
  record Page(List<Request> requests, @Nullable String next) {}
}
