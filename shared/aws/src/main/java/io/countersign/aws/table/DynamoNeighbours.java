package io.countersign.aws.table;

import io.countersign.directory.ActorId;
import io.countersign.name.DocumentPath;
import io.countersign.name.Token;
import io.countersign.project.DocumentId;
import io.countersign.project.EnvironmentId;
import io.countersign.project.ProjectId;
import io.countersign.request.Request;
import io.countersign.request.Status;
import io.countersign.revision.RequestId;
import io.countersign.revision.Revision;
import io.countersign.revision.Scope;
import io.countersign.store.Catalog;
import io.countersign.store.Commit;
import io.countersign.store.Head;
import io.countersign.store.Neighbours;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * {@code ASK#<project>#<author and what it is about>/OPEN}: an item for each open request of which
 * an author has only one. {@code DOC#<project>#<document>/OPEN#<time>#<request>}: an item for each
 * document of an open request, there exactly while it is open. A look costs one query for each
 * document, and one batch read of states and one of revisions; and as much again for every {@value
 * #MOST} requests that were found and not all shown. The first index has them by environment, with
 * the path before the place: one query for all documents there.
 */
public final class DynamoNeighbours implements Neighbours {
  private static final String OPEN = "OPEN#";

  /** Before a place; in no path, and before all that goes on with one. */
  private static final String PLACE = "#";

  private final Table table;
  private final Catalog catalog;

  public DynamoNeighbours(Table table) {
    this.table = table;
    this.catalog = new DynamoCatalog(table);
  }

  /** Puts the items of documents that become open, and deletes those of documents that end. */
  static void change(Writes writes, @Nullable Head before, Commit commit) {
    Set<DocumentId> were = open(before == null ? null : before.request());
    Set<DocumentId> are = open(commit.after());
    String sk = OPEN + Keys.newest(commit.after());
    ProjectId project = commit.after().id().project();
    for (DocumentId document : are) {
      if (!were.contains(document)) {
        writes.put(
            Item.of(pk(project, document), sk)
                .put("request", commit.after().id().toString())
                .index(
                    1,
                    within(project, document.environment()),
                    document.path() + PLACE + Keys.newest(commit.after())));
      }
    }
    for (DocumentId document : were) {
      if (!are.contains(document)) {
        writes.delete(pk(project, document), sk);
      }
    }
    asking(writes, before == null ? null : before.request(), commit.after());
  }

  /** At most one open request of an author is about the same, where that is once only. */
  private static void asking(Writes writes, @Nullable Request before, Request after) {
    String was = before == null ? null : asks(before);
    String is = asks(after);
    if (is != null && !is.equals(was)) {
      writes.create(Item.of(is, OPEN).put("request", after.id().toString()));
    }
    if (was != null && !was.equals(is)) {
      writes.delete(was, OPEN);
    }
  }

  /** What names that an open request is about; null where there may be many about the same. */
  private static @Nullable String asks(Request request) {
    return request.status() == Status.OPEN
        ? asks(request.id().project(), request.author(), request.scope())
        : null;
  }

  private static @Nullable String asks(ProjectId project, ActorId author, Scope scope) {
    if (scope.once().isEmpty()) {
      return null;
    }
    List<String> parts = new ArrayList<>(List.of(author.value()));
    parts.addAll(scope.once());
    return "ASK#" + project + "#" + Token.of(parts.toArray(String[]::new));
  }

  @Override
  public @Nullable RequestId same(ProjectId project, ActorId author, Scope scope) {
    String asked = asks(project, author, scope);
    Item item = asked == null ? null : table.get(asked, OPEN);
    return item == null ? null : RequestId.parse(item.text("request"));
  }

  private static Set<DocumentId> open(@Nullable Request request) {
    return request != null && request.status() == Status.OPEN
        ? new HashSet<>(request.documents())
        : Set.of();
  }

  private static String pk(ProjectId project, DocumentId document) {
    return "DOC#" + project + "#" + document;
  }

  private static String within(ProjectId project, EnvironmentId environment) {
    return "OPEN#" + project + "#" + environment;
  }

  @Override
  public SortedMap<DocumentId, List<RequestId>> under(
      ProjectId project, EnvironmentId environment, String beginning) {
    SortedMap<DocumentId, List<RequestId>> found = new TreeMap<>();
    for (Item item : table.places(1, within(project, environment), beginning)) {
      String[] place = item.text("index1sk").split(PLACE, 3);
      found
          .computeIfAbsent(
              new DocumentId(environment, DocumentPath.of(place[0])), _ -> new ArrayList<>())
          .addFirst(RequestId.parse(place[2]));
    }
    return found;
  }

  @Override
  public List<Neighbour> open(
      ProjectId project, Collection<DocumentId> documents, Predicate<Neighbour> shown) {
    List<Neighbour> found = new ArrayList<>();
    String place = OPEN + Keys.BEHIND;
    for (int looked = 0; looked < MOST_LOOKED_AT && found.size() < MOST; looked += MOST) {
      SortedMap<String, RequestId> next = newest(project, documents, place);
      open(List.copyOf(next.values())).stream().filter(shown).forEach(found::add);
      if (next.size() < MOST) {
        break;
      }
      place = next.lastKey();
    }
    return found.stream().limit(MOST).toList();
  }

  /** The newest of all documents before that place, by theirs. */
  private SortedMap<String, RequestId> newest(
      ProjectId project, Collection<DocumentId> documents, String before) {
    SortedMap<String, RequestId> places = new TreeMap<>(Comparator.reverseOrder());
    for (DocumentId document : documents) {
      places.putAll(places(pk(project, document), before));
    }
    while (places.size() > MOST) {
      places.remove(places.lastKey());
    }
    return places;
  }

  @Override
  public List<Neighbour> open(List<RequestId> ids) {
    List<Request> requests =
        new Heads(table)
            .of(ids).stream()
                .map(Head::request)
                .filter(each -> each.status() == Status.OPEN)
                .toList();
    Map<RequestId, Revision> revisions = catalog.revisions(requests);
    List<Neighbour> all = new ArrayList<>();
    for (Request request : requests) {
      all.add(
          new Neighbour(
              request, Objects.requireNonNull(revisions.get(request.id()), "its revision")));
    }
    return all;
  }

  private Map<String, RequestId> places(String pk, String before) {
    Map<String, RequestId> places = new TreeMap<>();
    table
        .query(
            QueryRequest.builder()
                .keyConditionExpression("pk = :pk AND sk < :before")
                .expressionAttributeValues(
                    Map.of(
                        ":pk", AttributeValue.fromS(pk), ":before", AttributeValue.fromS(before)))
                .scanIndexForward(false)
                .limit(MOST))
        .items()
        .stream()
        .map(Item::stored)
        .forEach(item -> places.put(item.sk(), RequestId.parse(item.text("request"))));
    return places;
  }
}
