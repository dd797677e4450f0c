package io.countersign.query.audit;

import io.countersign.audit.Recorded;
import io.countersign.directory.Actor;
import io.countersign.directory.Permission;
import io.countersign.edge.http.HttpRequest;
import io.countersign.edge.http.HttpResponse;
import io.countersign.edge.http.Problem;
import io.countersign.policy.Rules;
import io.countersign.project.ProjectId;
import io.countersign.query.reading.Reader;
import io.countersign.revision.RequestId;
import io.countersign.store.Ask;
import io.countersign.store.Head;
import io.countersign.store.Store;
import io.countersign.store.Trail;
import io.countersign.store.Trail.Place;
import io.countersign.wire.AuditJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The events of a project's requests as JSON lines, for whoever has {@code audit:read} on the whole
 * project. A page ends at {@value #MOST_REQUESTS} requests, or at the first event past {@value
 * #LARGEST} characters; so it costs at most one query of the index, one batch read, and for each
 * request one query for every {@value #AT_ONCE} events.
 */
public final class AuditExport {
  private static final int MOST_REQUESTS = 50;
  private static final int LARGEST = 1 << 20;
  private static final int AT_ONCE = 100;

  private final Reader reader;
  private final Store store;
  private final Trail trail;

  public AuditExport(Reader reader, Store store, Trail trail) {
    this.reader = reader;
    this.store = store;
    this.trail = trail;
  }

  public HttpResponse export(HttpRequest http) {
    Actor actor = reader.actor(http);
    AuditFilters filters = AuditFilters.of(http);
    Rules rules = store.rules(filters.project());
    if (rules == null || Reader.roles(actor, rules.access()).isEmpty()) {
      throw Problem.notFound().asException();
    }
    if (!rules.access().allows(actor, Permission.AUDIT_READ)) {
      throw Problem.of(403, "permission-missing", "You need the permission audit:read.")
          .asException();
    }
    return new HttpResponse(
        200,
        Map.of("content-type", "application/x-ndjson", "cache-control", "no-store"),
        page(filters),
        false);
  }

  private String page(AuditFilters filters) {
    AuditCursor cursor = filters.after();
    AuditJson page =
        new AuditJson(filters.project(), filters.span(), cursor == null ? null : cursor.text());
    List<Head> heads = heads(filters.project(), filters.span(), cursor);
    int size = 0;
    long done = cursor == null ? 0 : cursor.sequence();
    for (Head head : heads) {
      RequestId id = head.request().id();
      List<Recorded> events = events(head, done, LARGEST - size);
      long last = events.getLast().sequence();
      page.request(head, done + 1, last);
      events.forEach(each -> page.event(id, each));
      size += events.stream().mapToInt(each -> each.text().length()).sum();
      boolean all = last == head.request().sequence();
      if (!all || size >= LARGEST) {
        return page.end(new AuditCursor(Place.of(head), all ? 0 : last).text());
      }
      done = 0;
    }
    return page.end(
        heads.size() < MOST_REQUESTS ? null : new AuditCursor(Place.of(heads.getLast()), 0).text());
  }

  /** The request in which the last page ended comes once more. */
  private List<Head> heads(ProjectId project, Trail.Span span, @Nullable AuditCursor cursor) {
    Place place = cursor == null ? null : cursor.place();
    List<Head> heads = new ArrayList<>();
    if (cursor != null && cursor.sequence() > 0) {
      Head head = store.read(Ask.state(cursor.place().request())).head();
      if (head == null || head.request().sequence() <= cursor.sequence()) {
        throw AuditFilters.bad();
      }
      heads.add(head);
    }
    heads.addAll(trail.heads(project, span, place, MOST_REQUESTS - heads.size()));
    return heads;
  }

  /** The request's next events, at least one, up to a size and its head as read. */
  private List<Recorded> events(Head head, long after, int size) {
    List<Recorded> events = new ArrayList<>();
    long last = head.request().sequence();
    int left = size;
    while (after + events.size() < last) {
      for (Recorded event : trail.records(head.request().id(), after + events.size(), AT_ONCE)) {
        if (event.sequence() > last || (!events.isEmpty() && left <= 0)) {
          return events;
        }
        events.add(event);
        left -= event.text().length();
      }
    }
    return events;
  }
}
