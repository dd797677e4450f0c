package io.countersign.admin;

import io.countersign.audit.Recorded;
import io.countersign.directory.Permission;
import io.countersign.edge.http.HttpRequest;
import io.countersign.edge.http.HttpResponse;
import io.countersign.edge.http.Problem;
import io.countersign.json.Fields;
import io.countersign.json.InvalidField;
import io.countersign.json.Json;
import io.countersign.json.JsonText;
import io.countersign.outbox.Bus;
import io.countersign.project.ProjectId;
import io.countersign.revision.RequestId;
import io.countersign.store.Ask;
import io.countersign.store.Head;
import io.countersign.store.Store;
import io.countersign.store.Trail;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Puts the events of a time on the bus once more, as they were, for consumers that have lost them
 * or are new. They come from a source of their own, so that nothing of ours acts on them again.
 */
final class Replays {
  /** Requests that a call looks at. */
  private static final int MOST_REQUESTS = 50;

  /** Events after which a call goes to no other request. */
  private static final int MOST_EVENTS = 500;

  private static final int BATCH = 10;

  private final Store store;
  private final Past past;
  private final InstantSource clock;

  Replays(Store store, Past past, InstantSource clock) {
    this.store = store;
    this.past = past;
    this.clock = clock;
  }

  /**
   * What has happened, and where it is told once more.
   *
   * @param bus that marks what it is given as a repetition
   */
  record Past(Trail trail, Bus bus) {}

  /** The times between which what is asked for happened: from the first, before the second. */
  private record Times(Instant from, Instant to) {
    boolean has(Recorded event) {
      return !passed(event) && at(event).isBefore(to);
    }

    /** Whether it happened before. */
    boolean passed(Recorded event) {
      return at(event).isBefore(from);
    }

    private static Instant at(Recorded event) {
      return Fields.of(JsonText.parse(event.text())).time("at");
    }
  }

  Draft replay(HttpRequest http) {
    ProjectId project = http.parameter("project", ProjectId::of);
    Fields body = http.fields();
    Instant from = body.time("from");
    Instant until = body.optionalTime("to");
    RequestId after = body.optionalTyped("after", RequestId::parse);
    body.end();
    Instant now = clock.instant();
    Times times = new Times(from, until == null ? now : until);
    if (!times.from().isBefore(times.to())) {
      throw new InvalidField("from", "order", "must be before to, or where that is left out, now");
    }
    return new Draft(
        project,
        sight -> {
          sight.project();
          sight.requires(Permission.DESTINATIONS_WRITE);
          return new Draft.Written(
              null, HttpResponse.json(200, page(project, times, place(project, after))));
        });
  }

  private Trail.@Nullable Place place(ProjectId project, @Nullable RequestId after) {
    if (after == null) {
      return null;
    }
    Head head = after.project().equals(project) ? store.read(Ask.state(after)).head() : null;
    if (head == null) {
      throw new InvalidField("after", "cursor", "must be the next of a call before");
    }
    return Trail.Place.of(head);
  }

  private Json page(ProjectId project, Times times, Trail.@Nullable Place after) {
    List<Head> heads =
        past.trail().heads(project, new Trail.Span(null, times.to()), after, MOST_REQUESTS);
    int published = 0;
    RequestId last = null;
    for (Head head : heads) {
      if (published >= MOST_EVENTS) {
        return answer(published, Objects.requireNonNull(last));
      }
      published += request(head, times);
      last = head.request().id();
    }
    return answer(published, heads.size() < MOST_REQUESTS ? null : last);
  }

  private static Json answer(int published, @Nullable RequestId next) {
    return Json.object()
        .put("published", published)
        .put("next", next == null ? null : next.toString())
        .build();
  }

  /** How many of a request's events were put on the bus. */
  private int request(Head head, Times times) {
    RequestId id = head.request().id();
    long last = head.request().sequence();
    if (past.trail().records(id, last - 1, 1).stream().allMatch(times::passed)) {
      return 0;
    }
    int published = 0;
    long done = 0;
    while (done < last) {
      List<Recorded> records = past.trail().records(id, done, BATCH);
      List<String> wanted = records.stream().filter(times::has).map(Recorded::text).toList();
      if (past.bus().put(wanted) < wanted.size()) {
        throw Problem.unavailable().asException();
      }
      published += wanted.size();
      done = records.getLast().sequence();
    }
    return published;
  }
}
