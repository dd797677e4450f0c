package io.countersign.query.list;

import io.countersign.query.list.Sieve.Shown;
import io.countersign.request.Request;
import io.countersign.revision.RequestId;
import io.countersign.store.Catalog;
import io.countersign.store.Catalog.Before;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fills one page of a list. It looks at no more than {@value #MOST_ROWS} requests, in steps of
 * {@value #STEP} (of the page's size where nothing but project and status is asked for). A step
 * costs one query for each status asked for, one batch read of states, and what the sieve needs.
 */
final class Search {
  private static final int MOST_ROWS = 1_000;
  private static final int STEP = 100;

  /** What is looked at, the newest first. */
  interface Source {
    Catalog.Page page(@Nullable Before place, int limit);
  }

  /**
   * A page, and the place behind which the next one begins, or null; a place does not name a
   * request that the reader may not see.
   */
  record Found(List<Shown> requests, @Nullable Before next) {}

  private final ListFilters filters;
  private final Source source;
  private final Sieve sieve;

  Search(ListFilters filters, Source source, Sieve sieve) {
    this.filters = filters;
    this.source = source;
    this.sieve = sieve;
  }

  Found run() {
    List<Shown> found = new ArrayList<>();
    Before place = filters.before();
    Before shareable = place;
    int step = filters.narrow() ? STEP : filters.limit();
    for (int rows = 0; rows < MOST_ROWS; rows += step) {
      Catalog.Page page = source.page(place, step);
      Map<RequestId, Shown> shown = sieve.of(matching(page), filters);
      for (Request request : page.requests()) {
        Shown here = shown.get(request.id());
        place = new Before(request.createdAt(), request.id());
        shareable = here == null ? new Before(request.createdAt(), null) : place;
        if (here != null) {
          found.add(here);
        }
        if (found.size() == filters.limit()) {
          boolean last = !page.more() && request.equals(page.requests().getLast());
          return new Found(found, last ? null : shareable);
        }
      }
      if (!page.more()) {
        return new Found(found, null);
      }
    }
    return new Found(found, shareable);
  }

  private List<Request> matching(Catalog.Page page) {
    return page.requests().stream().filter(each -> filters.match(each)).toList();
  }
}
