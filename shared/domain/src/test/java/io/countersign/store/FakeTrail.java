package io.countersign.store;

import io.countersign.audit.Recorded;
import io.countersign.project.ProjectId;
import io.countersign.revision.RequestId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@link Trail} in memory. */
final class FakeTrail implements Trail {
  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::createdAt).thenComparing(each -> each.request().toString());

  private final FakeTable table;

  FakeTrail(FakeTable table) {
    this.table = table;
  }

  @Override
  public List<Head> heads(ProjectId project, Span span, @Nullable Place after, int limit) {
    return table.all("CR#", Head.class).stream()
        .filter(each -> each.request().id().project().equals(project))
        .filter(each -> in(span, each.request().createdAt()))
        .filter(each -> after == null || ORDER.compare(Place.of(each), after) > 0)
        .sorted(Comparator.comparing(Place::of, ORDER))
        .limit(limit)
        .toList();
  }

  private static boolean in(Span span, Instant time) {
    return (span.from() == null || !time.isBefore(span.from()))
        && (span.to() == null || time.isBefore(span.to()));
  }

  @Override
  public List<Recorded> records(RequestId request, long after, int limit) {
    return table.all(FakeKeys.events(request), Recorded.class).stream()
        .filter(each -> each.sequence() > after)
        .limit(limit)
        .toList();
  }
}
