package io.countersign.aws.table;

import io.countersign.audit.Recorded;
import io.countersign.project.ProjectId;
import io.countersign.revision.RequestId;
import io.countersign.store.Head;
import io.countersign.store.Trail;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * What an audit reads, from DynamoDB. A page of heads is one query of the project's index and one
 * consistent batch read; events are one query.
 */
public final class DynamoTrail implements Trail {
  private final Table table;

  public DynamoTrail(Table table) {
    this.table = table;
  }

  @Override
  public List<Head> heads(ProjectId project, Span span, @Nullable Place after, int limit) {
    String first = span.from() == null ? "0" : Keys.time(span.from());
    String behind = after == null ? first : Keys.place(after.createdAt(), after.request());
    String last = span.to() == null ? Keys.BEHIND : Keys.time(span.to());
    String begin = first.compareTo(behind) > 0 ? first : behind;
    if (begin.compareTo(last) >= 0) {
      return List.of();
    }
    List<RequestId> ids =
        ids(project, begin, last, limit + 1).stream()
            .filter(id -> after == null || !id.equals(after.request()))
            .limit(limit)
            .toList();
    return new Heads(table).of(ids);
  }

  private List<RequestId> ids(ProjectId project, String begin, String last, int limit) {
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":pk", AttributeValue.fromS(Keys.project(project)));
    values.put(":begin", AttributeValue.fromS(begin));
    values.put(":last", AttributeValue.fromS(last));
    return table
        .query(
            QueryRequest.builder()
                .indexName("index1")
                .keyConditionExpression("index1pk = :pk AND index1sk BETWEEN :begin AND :last")
                .expressionAttributeValues(values)
                .limit(limit))
        .items()
        .stream()
        .map(item -> Item.stored(item).request())
        .toList();
  }

  @Override
  public List<Recorded> records(RequestId request, long after, int limit) {
    return table.events(request, after, limit).stream()
        .map(
            item ->
                new Recorded(
                    Keys.sequence(item.sk()),
                    item.text(Item.DATA),
                    item.text("previous"),
                    item.text("hash")))
        .toList();
  }
}
