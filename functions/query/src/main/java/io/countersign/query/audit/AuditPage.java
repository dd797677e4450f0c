package io.countersign.query.audit;

import io.countersign.audit.Recorded;
import io.countersign.journal.Tip;
import io.countersign.project.ProjectId;
import io.countersign.store.Ask;
import io.countersign.store.Head;
import io.countersign.store.Journal;
import io.countersign.store.Store;
import io.countersign.store.Trail;
import io.countersign.store.Trail.Place;
import io.countersign.wire.AuditJson;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * One page of an export: the journal first, then the requests. It ends at {@value #MOST_REQUESTS}
 * requests, or at the first event past {@value #LARGEST} characters; so it costs at most one query
 * of the index, one batch read, and for the journal and each request one query for every {@value
 * #AT_ONCE} events.
 */
final class AuditPage {
  private static final int MOST_REQUESTS = 50;
  private static final int LARGEST = 1 << 20;
  private static final int AT_ONCE = 100;

  private final Store store;
  private final Trail trail;
  private final Journal journal;
  private final AuditFilters filters;
  private final AuditJson page;
  private int left = LARGEST;

  AuditPage(Store store, Trail trail, Journal journal, AuditFilters filters) {
    this.store = store;
    this.trail = trail;
    this.journal = journal;
    this.filters = filters;
    AuditCursor after = filters.after();
    page = new AuditJson(filters.project(), filters.span(), after == null ? null : after.text());
  }

  String text() {
    AuditCursor next =
        switch (filters.after()) {
          case null -> all(0);
          case AuditCursor.InJournal(_, long sequence) -> all(sequence);
          case AuditCursor.AtRequest at -> requests(at);
        };
    return page.end(next == null ? null : next.text());
  }

  /** The journal behind this deed, then the requests. */
  private @Nullable AuditCursor all(long done) {
    ProjectId project = filters.project();
    Tip tip = journal.tip(project);
    if (done > 0 && done >= tip.sequence()) {
      throw AuditFilters.bad();
    }
    List<Recorded> deeds =
        next(done, tip.sequence(), after -> journal.records(project, after, AT_ONCE));
    if (!deeds.isEmpty()) {
      page.journal(project, tip, deeds);
    }
    return done + deeds.size() < tip.sequence()
        ? new AuditCursor.InJournal(project, done + deeds.size())
        : requests(null);
  }

  private @Nullable AuditCursor requests(AuditCursor.@Nullable AtRequest after) {
    List<Head> heads = heads(after);
    long done = after == null ? 0 : after.sequence();
    for (Head head : heads) {
      long last = head.request().sequence();
      List<Recorded> events =
          next(done, last, from -> trail.records(head.request().id(), from, AT_ONCE));
      page.request(head, events);
      long come = done + events.size();
      if (come < last || left <= 0) {
        return new AuditCursor.AtRequest(Place.of(head), come < last ? come : 0);
      }
      done = 0;
    }
    return heads.size() < MOST_REQUESTS
        ? null
        : new AuditCursor.AtRequest(Place.of(heads.getLast()), 0);
  }

  /** The request in which the last page ended comes once more. */
  private List<Head> heads(AuditCursor.@Nullable AtRequest after) {
    List<Head> heads = new ArrayList<>();
    if (after != null && after.sequence() > 0) {
      Head head = store.read(Ask.state(after.place().request())).head();
      if (head == null || head.request().sequence() <= after.sequence()) {
        throw AuditFilters.bad();
      }
      heads.add(head);
    }
    heads.addAll(
        trail.heads(
            filters.project(),
            filters.span(),
            after == null ? null : after.place(),
            MOST_REQUESTS - heads.size()));
    return heads;
  }

  /** What comes next up to the last one: at least one if there is any, up to the page's size. */
  private List<Recorded> next(long done, long last, LongFunction<List<Recorded>> read) {
    List<Recorded> events = new ArrayList<>();
    while (done + events.size() < last) {
      for (Recorded event : read.apply(done + events.size())) {
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
