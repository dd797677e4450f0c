package io.countersign.query.list;

import io.countersign.directory.Actor;
import io.countersign.directory.Directory;
import io.countersign.edge.command.Answers;
import io.countersign.edge.http.HttpRequest;
import io.countersign.edge.http.HttpResponse;
import io.countersign.json.Json;
import io.countersign.query.reading.Reader;
import io.countersign.request.Request;
import io.countersign.revision.RequestId;
import io.countersign.store.Catalog;
import io.countersign.store.Catalog.Before;
import io.countersign.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The list of change requests, newest first; only those that the reader may see.
 *
 * <p>A call looks at no more than {@value #MOST_ROWS} requests, in steps of {@value #STEP} (of the
 * page's size where nothing but project and status is asked for). A step costs one query for each
 * status asked for, one batch read of states and at most one of revisions; a call adds the reader,
 * the directory and the rules of each project that comes up.
 */
public final class RequestList {
  private static final int MOST_ROWS = 1_000;
  private static final int STEP = 100;

  private final Reader reader;
  private final Store store;
  private final Catalog catalog;

  public RequestList(Reader reader, Store store, Catalog catalog) {
    this.reader = reader;
    this.store = store;
    this.catalog = catalog;
  }

  public HttpResponse list(HttpRequest http) {
    Actor actor = reader.actor(http);
    ListFilters filters = ListFilters.of(http);
    Found found = search(filters, new Visible(actor, store, catalog));
    Directory directory = store.directory();
    Before next = found.next();
    return HttpResponse.json(
        200,
        Json.object()
            .put("items", Json.array(found.requests(), each -> summary(each, directory)))
            .put("next", next == null ? null : ListCursor.text(next))
            .put("reached", next == null ? null : next.createdAt())
            .build());
  }

  /**
   * A page, and the place behind which the next one begins, or null; a place does not name a
   * request that the reader may not see.
   */
  private record Found(List<Request> requests, @Nullable Before next) {}

  private Found search(ListFilters filters, Visible visible) {
    List<Request> found = new ArrayList<>();
    Before place = filters.before();
    Before shareable = place;
    int step = filters.narrow() ? STEP : filters.limit();
    for (int rows = 0; rows < MOST_ROWS; rows += step) {
      Catalog.Page page = catalog.page(filters.project(), filters.statuses(), place, step);
      List<Request> matching =
          page.requests().stream().filter(each -> filters.match(each)).toList();
      Set<RequestId> shown = visible.of(matching, filters);
      for (Request request : page.requests()) {
        boolean here = shown.contains(request.id());
        place = new Before(request.createdAt(), request.id());
        shareable = here ? place : new Before(request.createdAt(), null);
        if (here) {
          found.add(request);
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

  private static Json summary(Request request, Directory directory) {
    return Answers.summary(request)
        .put("project", request.id().project().value())
        .put("title", request.title())
        .put("author", Answers.actor(request.author(), directory::nameOf))
        .put("createdAt", request.createdAt())
        .put("expiresAt", request.expiresAt())
        .put("votes", request.votes().size())
        .put("bypass", Answers.bypass(request, directory::nameOf))
        .build();
  }
}
