package io.countersign.query.list;

import io.countersign.directory.Actor;
import io.countersign.directory.Directory;
import io.countersign.edge.command.Answers;
import io.countersign.edge.http.HttpRequest;
import io.countersign.edge.http.HttpResponse;
import io.countersign.json.Json;
import io.countersign.query.reading.Reader;
import io.countersign.request.Request;
import io.countersign.store.Catalog;
import io.countersign.store.Catalog.Before;
import io.countersign.store.Store;
import io.countersign.waiting.Want;
import java.time.InstantSource;

/**
 * The list of change requests, newest first: those that the reader may see, or those that wait for
 * them. Beside what the search costs, a call reads the reader, the directory and the rules of each
 * project that comes up.
 */
public final class RequestList {
  private final Reader reader;
  private final Store store;
  private final Lists lists;

  public RequestList(Reader reader, Store store, Catalog catalog, InstantSource clock) {
    this.reader = reader;
    this.store = store;
    this.lists = new Lists(store, catalog, clock);
  }

  public HttpResponse list(HttpRequest http) {
    Actor actor = reader.actor(http);
    ListFilters filters = ListFilters.of(http);
    Directory directory = store.directory();
    Search.Found found = lists.find(actor, directory, filters);
    Before next = found.next();
    return HttpResponse.json(
        200,
        Json.object()
            .put("items", Json.array(found.requests(), each -> summary(each, directory)))
            .put("next", next == null ? null : ListCursor.text(next))
            .put("reached", next == null ? null : next.createdAt())
            .build());
  }

  private static Json summary(Sieve.Shown shown, Directory directory) {
    Request request = shown.request();
    Want want = shown.want();
    return Answers.summary(request)
        .put("project", request.id().project().value())
        .put("title", request.title())
        .put("author", Answers.actor(request.author(), directory::nameOf))
        .put("createdAt", request.createdAt())
        .put("expiresAt", request.expiresAt())
        .put("votes", request.votes().size())
        .put("bypass", Answers.bypass(request, directory::nameOf))
        .putIf("wants", want == null ? null : want.name())
        .build();
  }
}
