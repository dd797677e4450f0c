package io.countersign.query.list;

import io.countersign.directory.Actor;
import io.countersign.directory.Directory;
import io.countersign.directory.PersonId;
import io.countersign.edge.command.Answers;
import io.countersign.edge.http.HttpRequest;
import io.countersign.edge.http.HttpResponse;
import io.countersign.json.Json;
import io.countersign.query.reading.Reader;
import io.countersign.request.Request;
import io.countersign.request.Vote;
import io.countersign.store.Catalog;
import io.countersign.store.Catalog.Before;
import io.countersign.store.Store;
import io.countersign.waiting.Want;
import java.time.InstantSource;
import java.util.List;

/**
 * The list of change requests, newest first: those that the reader may see, or those that wait for
 * them. Beside what the search costs, a call reads the reader, the directory, the rules of each
 * project that comes up, and once the revisions of those that are open.
 */
public final class RequestList {
  private final Reader reader;
  private final Store store;
  private final Catalog catalog;
  private final Lists lists;

  public RequestList(Reader reader, Store store, Catalog catalog, InstantSource clock) {
    this.reader = reader;
    this.store = store;
    this.catalog = catalog;
    this.lists = new Lists(catalog, clock);
  }

  public HttpResponse list(HttpRequest http) {
    Actor actor = reader.actor(http);
    ListFilters filters = ListFilters.of(http);
    Directory directory = store.directory();
    ProjectRules rules = new ProjectRules(store);
    Search.Found found = lists.find(actor, directory, rules, filters);
    List<Request> page = found.requests().stream().map(Sieve.Shown::request).toList();
    Row row = new Row(actor, directory, new Approvals(page, catalog, rules, directory));
    Before next = found.next();
    return HttpResponse.json(
        200,
        Json.object()
            .put("items", Json.array(found.requests(), row::json))
            .put("next", next == null ? null : ListCursor.text(next))
            .put("reached", next == null ? null : next.createdAt())
            .build());
  }

  /** One line, as the reader sees it. */
  private record Row(Actor actor, Directory directory, Approvals approvals) {
    Json json(Sieve.Shown shown) {
      Request request = shown.request();
      Want want = shown.want();
      Vote mine = actor.id() instanceof PersonId person ? request.votes().get(person) : null;
      return Answers.summary(request)
          .put("project", request.id().project().value())
          .put("kind", request.scope().kind().name())
          .put("title", request.title())
          .put("author", Answers.actor(request.author(), directory::nameOf))
          .put("createdAt", request.createdAt())
          .put("expiresAt", request.expiresAt())
          .put("votes", request.votes().size())
          .put("voted", mine == null ? null : mine.decision().name())
          .put("approvals", approvals.of(request))
          .put("needs", approvals.need(request))
          .put("bypass", Answers.bypass(request, directory::nameOf))
          .putIf("wants", want == null ? null : want.name())
          .build();
    }
  }
}
