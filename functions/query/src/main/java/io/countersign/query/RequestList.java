package io.countersign.query;

import io.countersign.directory.Access;
import io.countersign.directory.Actor;
import io.countersign.directory.Directory;
import io.countersign.edge.command.Answers;
import io.countersign.edge.http.HttpRequest;
import io.countersign.edge.http.HttpResponse;
import io.countersign.json.Fields;
import io.countersign.json.InvalidField;
import io.countersign.json.Json;
import io.countersign.policy.Rules;
import io.countersign.project.ProjectId;
import io.countersign.request.Request;
import io.countersign.request.Requester;
import io.countersign.request.Status;
import io.countersign.revision.Revision;
import io.countersign.store.Catalog;
import io.countersign.store.Store;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The list of change requests, newest first; only those that the reader may see. */
final class RequestList {
  private static final int USUAL = 25;
  private static final int MOST = 100;

  private final Reader reader;
  private final Store store;
  private final Catalog catalog;

  RequestList(Reader reader, Store store, Catalog catalog) {
    this.reader = reader;
    this.store = store;
    this.catalog = catalog;
  }

  HttpResponse list(HttpRequest http) {
    Actor actor = reader.actor(http);
    Filters filters = Filters.of(http);
    Directory directory = store.directory();
    Map<ProjectId, Access> access = new HashMap<>();
    Catalog.Page page =
        catalog.page(filters.project(), filters.status(), filters.cursor(), filters.limit());
    List<Request> visible =
        page.requests().stream().filter(each -> visible(actor, each, access)).toList();
    return Lists.of(Json.array(visible, each -> summary(each, directory)), page.next());
  }

  private boolean visible(Actor actor, Request request, Map<ProjectId, Access> access) {
    Revision revision = store.revision(request.id(), request.digest());
    return revision != null
        && Requester.mayRead(
            actor,
            request,
            revision,
            access.computeIfAbsent(
                request.id().project(),
                id -> {
                  Rules rules = store.rules(id);
                  return rules == null ? new Access(List.of(), List.of()) : rules.access();
                }));
  }

  private static Json summary(Request request, Directory directory) {
    return Answers.summary(request)
        .put("project", request.id().project().value())
        .put("title", request.title())
        .put("author", Answers.person(request.author(), directory::nameOf))
        .put("createdAt", request.createdAt())
        .put("expiresAt", request.expiresAt())
        .put("votes", request.votes().size())
        .build();
  }

  /** The query's parameters; unknown ones and bad values are refused by name. */
  private record Filters(
      @Nullable ProjectId project, @Nullable Status status, @Nullable String cursor, int limit) {
    static Filters of(HttpRequest http) {
      Json.Builder query = Json.object();
      http.query().forEach(query::put);
      Fields fields = Fields.of(query.build());
      ProjectId project = fields.optionalTyped("project", ProjectId::of);
      String status = fields.optionalText("status");
      String cursor = fields.optionalText("cursor");
      String limit = fields.optionalText("limit");
      Filters filters =
          new Filters(
              project,
              status == null ? null : fields.choice("status", Status.class),
              cursor == null ? null : decoded(cursor),
              limit == null ? USUAL : count(limit));
      fields.end();
      return filters;
    }

    private static int count(String limit) {
      if (limit.matches("[1-9][0-9]{0,2}") && Integer.parseInt(limit) <= MOST) {
        return Integer.parseInt(limit);
      }
      throw new InvalidField("limit", "range", "must be 1 to " + MOST);
    }

    private static String decoded(String cursor) {
      if (cursor.length() <= 100 && cursor.matches("[0-9TZ:.#a-z-]+")) {
        return cursor;
      }
      throw new InvalidField("cursor", "cursor", "must be one that a list has given");
    }
  }
}
