package io.countersign.query.list;

import io.countersign.directory.Actor;
import io.countersign.directory.ActorId;
import io.countersign.directory.Directory;
import io.countersign.edge.http.HttpRequest;
import io.countersign.edge.http.HttpResponse;
import io.countersign.json.Fields;
import io.countersign.json.Json;
import io.countersign.policy.Kind;
import io.countersign.policy.Rules;
import io.countersign.project.ProjectId;
import io.countersign.query.reading.AccessView;
import io.countersign.query.reading.Paging;
import io.countersign.query.reading.Reader;
import io.countersign.request.Request;
import io.countersign.request.Status;
import io.countersign.store.Catalog;
import io.countersign.store.Store;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Objects;

/** Access that was given, now and before, each once, with the request that gave it first. */
public final class Grants {
  private static final int USUAL = 25;
  private static final int MOST = 100;

  private final Reader reader;
  private final Store store;
  private final Lists lists;
  private final InstantSource clock;

  public Grants(Reader reader, Store store, Catalog catalog, InstantSource clock) {
    this.reader = reader;
    this.store = store;
    this.lists = new Lists(catalog, clock);
    this.clock = clock;
  }

  public HttpResponse list(HttpRequest http) {
    Actor actor = reader.actor(http);
    Fields fields = http.queryFields();
    ProjectId project = fields.optionalTyped("project", ProjectId::of);
    String holder = fields.optionalText("holder");
    String cursor = fields.optionalText("cursor");
    String limit = fields.optionalText("limit");
    fields.end();
    ListFilters filters =
        new ListFilters(
            project,
            EnumSet.of(Status.MERGED, Status.BYPASSED),
            null,
            Kind.ACCESS,
            null,
            holder == null ? null : holder(holder, actor),
            ListFilters.Whose.ANYBODYS,
            null,
            cursor == null ? null : Paging.place(ListCursor.read(cursor)),
            limit == null ? USUAL : Paging.limit(limit, MOST));
    Directory directory = store.directory();
    ProjectRules rules = new ProjectRules(store);
    Search.Found found = lists.given(actor, rules, filters);
    Catalog.Before next = found.next();
    return HttpResponse.json(
        200,
        Json.object()
            .put(
                "items",
                Json.array(found.requests(), each -> item(each.request(), rules, directory)))
            .put("next", next == null ? null : ListCursor.text(next))
            .build());
  }

  /** Whoever asks is who is given. */
  private static ActorId holder(String holder, Actor actor) {
    return holder.equals("me") ? actor.id() : ActorId.of(holder);
  }

  private Json item(Request request, ProjectRules rules, Directory directory) {
    Request.Granted granted = Objects.requireNonNull(request.granted(), "it was merged");
    Rules present = Objects.requireNonNull(rules.of(request.id().project()), "its project");
    return AccessView.shown(granted, present, directory::nameOf, clock.instant())
        .put("request", request.id().toString())
        .put("project", request.id().project().value())
        .put("title", request.title())
        .build();
  }
}
