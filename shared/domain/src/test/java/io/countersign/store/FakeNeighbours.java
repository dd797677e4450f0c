package io.countersign.store;

import io.countersign.project.DocumentId;
import io.countersign.project.ProjectId;
import io.countersign.request.Request;
import io.countersign.revision.RequestId;
import io.countersign.revision.Revision;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/** {@link Neighbours} in memory. */
final class FakeNeighbours implements Neighbours {
  private final FakeTable table;

  FakeNeighbours(FakeTable table) {
    this.table = table;
  }

  @Override
  public List<Neighbour> open(
      ProjectId project, Collection<DocumentId> documents, Predicate<Neighbour> shown) {
    return documents.stream()
        .flatMap(each -> table.all(FakeKeys.open(project, each), RequestId.class).stream())
        .distinct()
        .map(this::neighbour)
        .sorted(FakeNeighbours::newer)
        .limit(MOST_LOOKED_AT)
        .filter(shown)
        .limit(MOST)
        .toList();
  }

  private Neighbour neighbour(RequestId id) {
    Request request =
        Objects.requireNonNull(table.get(FakeKeys.state(id), Head.class), "its state").request();
    return new Neighbour(
        request,
        Objects.requireNonNull(
            table.get(FakeKeys.revision(id, request.digest()), Revision.class), "its revision"));
  }

  private static int newer(Neighbour one, Neighbour other) {
    return Comparator.comparing(Request::createdAt)
        .thenComparing(each -> each.id().toString())
        .compare(other.request(), one.request());
  }
}
