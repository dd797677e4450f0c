package io.countersign.store;

import io.countersign.directory.ActorId;
import io.countersign.project.DocumentId;
import io.countersign.project.EnvironmentId;
import io.countersign.project.ProjectId;
import io.countersign.request.Request;
import io.countersign.request.Status;
import io.countersign.revision.RequestId;
import io.countersign.revision.Revision;
import io.countersign.revision.Scope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** {@link Neighbours} in memory. */
final class FakeNeighbours implements Neighbours {
  private static final Comparator<Request> NEWEST =
      Comparator.comparing(Request::createdAt)
          .thenComparing(each -> each.id().toString())
          .reversed();

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
        .sorted(Comparator.comparing(Neighbour::request, NEWEST))
        .limit(MOST_LOOKED_AT)
        .filter(shown)
        .limit(MOST)
        .toList();
  }

  @Override
  public SortedMap<DocumentId, List<RequestId>> under(
      ProjectId project, EnvironmentId environment, String beginning) {
    SortedMap<DocumentId, List<RequestId>> found = new TreeMap<>();
    table.all("CR#", Head.class).stream()
        .map(Head::request)
        .filter(each -> each.status() == Status.OPEN && each.id().project().equals(project))
        .sorted(NEWEST)
        .forEach(
            request ->
                request.documents().stream()
                    .filter(each -> each.environment().equals(environment))
                    .filter(each -> each.path().value().startsWith(beginning))
                    .forEach(
                        each ->
                            found.computeIfAbsent(each, _ -> new ArrayList<>()).add(request.id())));
    return found;
  }

  @Override
  public @Nullable RequestId same(ProjectId project, ActorId author, Scope scope) {
    String key = FakeKeys.asking(project, author, scope);
    return key == null ? null : table.get(key, RequestId.class);
  }

  @Override
  public List<Neighbour> open(List<RequestId> requests) {
    return requests.stream()
        .map(this::neighbour)
        .filter(each -> each.request().status() == Status.OPEN)
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
}
