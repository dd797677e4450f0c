package io.countersign.store;

import io.countersign.directory.Grant;
import io.countersign.request.Request;
import io.countersign.request.Status;
import io.countersign.revision.RequestId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** {@link Due} in memory. */
final class FakeDue implements Due {
  private final FakeTable table;

  FakeDue(FakeTable table) {
    this.table = table;
  }

  @Override
  public List<RequestId> expired(Instant now, int limit) {
    return heads()
        .map(Head::request)
        .filter(each -> each.overdue(now))
        .sorted(Comparator.comparing(each -> Objects.requireNonNull(each.expiresAt(), "is over")))
        .limit(limit)
        .map(Request::id)
        .toList();
  }

  @Override
  public List<RequestId> lapsed(Instant now, int limit) {
    return heads()
        .filter(each -> each.request().status() == Status.MERGING)
        .filter(each -> each.plan() != null && each.plan().lease().lapsed(now))
        .limit(limit)
        .map(each -> each.request().id())
        .toList();
  }

  @Override
  public List<RequestId> over(Instant now, int limit) {
    return table.all("GRANTS#", Grant.class).stream()
        .filter(each -> each.over(now))
        .sorted(Comparator.comparing(Grant::ends))
        .limit(limit)
        .map(each -> RequestId.parse(each.id().value()))
        .toList();
  }

  private Stream<Head> heads() {
    return table.all("CR#", Head.class).stream();
  }
}
