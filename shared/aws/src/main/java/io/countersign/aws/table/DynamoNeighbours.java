package io.countersign.aws.table;

import io.countersign.project.DocumentId;
import io.countersign.project.ProjectId;
import io.countersign.request.Request;
import io.countersign.request.Status;
import io.countersign.revision.RequestId;
import io.countersign.revision.Revision;
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
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * {@code DOC#<project>#<document>/OPEN#<time>#<request>}: an item for each document of an open
 * request, there exactly while it is open. A look costs one query for each document, and one batch
 * read of states and one of revisions.
 */
public final class DynamoNeighbours implements Neighbours {
  private static final String OPEN = "OPEN#";

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
            Item.of(pk(project, document), sk).put("request", commit.after().id().toString()));
      }
    }
    for (DocumentId document : were) {
      if (!are.contains(document)) {
        writes.delete(pk(project, document), sk);
      }
    }
  }

  private static Set<DocumentId> open(@Nullable Request request) {
    return request != null && request.status() == Status.OPEN
        ? new HashSet<>(request.documents())
        : Set.of();
  }

  private static String pk(ProjectId project, DocumentId document) {
    return "DOC#" + project + "#" + document;
  }

  @Override
  public List<Neighbour> open(ProjectId project, Collection<DocumentId> documents) {
    Map<String, RequestId> newest = new TreeMap<>(Comparator.reverseOrder());
    for (DocumentId document : documents) {
      newest.putAll(places(pk(project, document)));
    }
    List<RequestId> ids = newest.values().stream().limit(MOST).toList();
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

  private Map<String, RequestId> places(String pk) {
    Map<String, RequestId> places = new TreeMap<>();
    table
        .query(
            QueryRequest.builder()
                .keyConditionExpression("pk = :pk AND begins_with(sk, :open)")
                .expressionAttributeValues(
                    Map.of(":pk", AttributeValue.fromS(pk), ":open", AttributeValue.fromS(OPEN)))
                .scanIndexForward(false)
                .limit(MOST))
        .items()
        .stream()
        .map(Item::stored)
        .forEach(item -> places.put(item.sk(), RequestId.parse(item.text("request"))));
    return places;
  }
}
