package io.countersign.aws.table;

import io.countersign.directory.PersonId;
import io.countersign.project.ProjectId;
import io.countersign.request.Request;
import io.countersign.request.Status;
import io.countersign.revision.RequestId;
import io.countersign.revision.Revision;
import io.countersign.store.Catalog;
import io.countersign.store.Head;
import io.countersign.wire.RevisionJson;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.Select;

/**
 * Lists from the table's indexes, which hold keys only: a page is one query for each status asked
 * for (one where none is) and one batch read of the states.
 */
public final class DynamoCatalog implements Catalog {
  private final Table table;

  public DynamoCatalog(Table table) {
    this.table = table;
  }

  @Override
  public Page page(
      @Nullable ProjectId project, Set<Status> statuses, @Nullable Before before, int limit) {
    String partition = project == null ? Keys.REQUESTS : Keys.project(project);
    int index = project == null ? 5 : 1;
    String place = place(before);
    Keyed found = new Keyed(new ArrayList<>(), false);
    if (statuses.isEmpty()) {
      found = found.and(keys(index, partition, place, limit));
    }
    for (Status status : statuses) {
      found = found.and(keys(index + 1, partition + "#" + status, place, limit));
    }
    List<RequestId> ids =
        found.rows().stream()
            .sorted(Comparator.comparing(Row::place).reversed())
            .limit(limit)
            .map(row -> row.request())
            .distinct()
            .toList();
    List<Request> requests = new Heads(table).of(ids).stream().map(Head::request).toList();
    return new Page(requests, found.more() || found.rows().size() > limit);
  }

  @Override
  public Page waiting(PersonId person, @Nullable Before before, int limit) {
    QueryResponse answer =
        table.query(
            QueryRequest.builder()
                .consistentRead(true)
                .keyConditionExpression("pk = :pk AND sk < :place")
                .expressionAttributeValues(
                    Map.of(
                        ":pk", AttributeValue.fromS(Keys.waiting(person)),
                        ":place", AttributeValue.fromS(place(before))))
                .scanIndexForward(false)
                .limit(limit));
    List<RequestId> ids =
        answer.items().stream()
            .map(item -> RequestId.parse(Item.stored(item).text("request")))
            .toList();
    return new Page(
        new Heads(table).of(ids).stream().map(Head::request).toList(),
        answer.hasLastEvaluatedKey() && !answer.items().isEmpty());
  }

  @Override
  public int count(@Nullable ProjectId project, Status status, int most) {
    String partition = project == null ? Keys.REQUESTS : Keys.project(project);
    int index = project == null ? 6 : 2;
    return table
        .query(
            QueryRequest.builder()
                .indexName("index" + index)
                .keyConditionExpression("index" + index + "pk = :pk")
                .expressionAttributeValues(
                    Map.of(":pk", AttributeValue.fromS(partition + "#" + status)))
                .select(Select.COUNT)
                .limit(most))
        .count();
  }

  private static String place(@Nullable Before before) {
    return before == null
        ? Keys.BEHIND
        : before.request() == null
            ? Keys.time(before.createdAt()) + "#" + Keys.BEHIND
            : Keys.place(before.createdAt(), before.request());
  }

  private record Row(String place, RequestId request) {}

  private record Keyed(List<Row> rows, boolean more) {
    Keyed and(Keyed other) {
      List<Row> all = new ArrayList<>(rows);
      all.addAll(other.rows);
      return new Keyed(all, more || other.more);
    }
  }

  private Keyed keys(int index, String partition, String place, int limit) {
    String sort = "index" + index + "sk";
    QueryResponse answer =
        table.query(
            QueryRequest.builder()
                .indexName("index" + index)
                .keyConditionExpression("index" + index + "pk = :pk AND " + sort + " < :place")
                .expressionAttributeValues(
                    Map.of(
                        ":pk", AttributeValue.fromS(partition),
                        ":place", AttributeValue.fromS(place)))
                .scanIndexForward(false)
                .limit(limit));
    return new Keyed(
        answer.items().stream()
            .map(Item::stored)
            .map(item -> new Row(item.text(sort), item.request()))
            .toList(),
        answer.hasLastEvaluatedKey() && !answer.items().isEmpty());
  }

  @Override
  public Map<RequestId, Revision> revisions(Collection<Request> requests) {
    Map<RequestId, Revision> found = new HashMap<>();
    List<Map<String, AttributeValue>> keys =
        requests.stream()
            .map(each -> Keys.of(Keys.request(each.id()), Keys.revision(each.digest())))
            .toList();
    for (Item item : table.batch(keys)) {
      Revision revision = RevisionJson.read(item.data());
      found.put(revision.request(), revision);
    }
    return found;
  }

  @Override
  public List<String> events(RequestId request, long after, int limit) {
    return table.events(request, after, limit).stream().map(item -> item.text(Item.DATA)).toList();
  }
}
