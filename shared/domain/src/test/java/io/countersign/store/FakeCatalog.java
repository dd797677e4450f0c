package io.countersign.store;

import io.countersign.audit.Recorded;
import io.countersign.directory.PersonId;
import io.countersign.project.ProjectId;
import io.countersign.request.Request;
import io.countersign.request.Status;
import io.countersign.revision.RequestId;
import io.countersign.revision.Revision;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@link Catalog} in memory. */
final class FakeCatalog implements Catalog {
  private static final Comparator<Request> OLDEST =
      Comparator.comparing(Request::createdAt).thenComparing(each -> each.id().toString());

  private final FakeTable table;

  FakeCatalog(FakeTable table) {
    this.table = table;
  }

  @Override
  public Page page(
      @Nullable ProjectId project, Set<Status> statuses, @Nullable Before before, int limit) {
    List<Request> all =
        table.all("CR#", Head.class).stream()
            .map(Head::request)
            .filter(each -> project == null || each.id().project().equals(project))
            .filter(each -> statuses.isEmpty() || statuses.contains(each.status()))
            .filter(each -> before == null || behind(each, before))
            .sorted(OLDEST.reversed())
            .toList();
    return new Page(all.stream().limit(limit).toList(), all.size() > limit);
  }

  @Override
  public Page waiting(PersonId person, @Nullable Before before, int limit) {
    List<Request> all =
        table.all(FakeWaitingLists.list(person), RequestId.class).stream()
            .map(id -> Objects.requireNonNull(table.get(FakeKeys.state(id), Head.class)).request())
            .filter(each -> before == null || behind(each, before))
            .sorted(OLDEST.reversed())
            .toList();
    return new Page(all.stream().limit(limit).toList(), all.size() > limit);
  }

  @Override
  public int count(@Nullable ProjectId project, Status status, int most) {
    return page(project, Set.of(status), null, most).requests().size();
  }

  private static boolean behind(Request request, Before before) {
    int byTime = request.createdAt().compareTo(before.createdAt());
    return byTime < 0
        || (byTime == 0
            && (before.request() == null
                || request.id().toString().compareTo(before.request().toString()) < 0));
  }

  @Override
  public Map<RequestId, Revision> revisions(Collection<Request> requests) {
    Map<RequestId, Revision> found = new HashMap<>();
    for (Request request : requests) {
      Revision revision =
          table.get(FakeKeys.revision(request.id(), request.digest()), Revision.class);
      if (revision != null) {
        found.put(request.id(), revision);
      }
    }
    return found;
  }

  @Override
  public List<String> events(RequestId request, long after, int limit) {
    return table.all(FakeKeys.events(request), Recorded.class).stream()
        .filter(each -> each.sequence() > after)
        .limit(limit)
        .map(Recorded::text)
        .toList();
  }
}
