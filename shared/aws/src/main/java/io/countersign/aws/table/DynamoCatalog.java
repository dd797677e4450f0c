package io.countersign.aws.table;

import io.countersign.project.ProjectId;
import io.countersign.request.Status;
import io.countersign.revision.RequestId;
import io.countersign.store.Catalog;
import io.countersign.wire.RequestJson;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** Lists from the table's indexes. */
public final class DynamoCatalog implements Catalog {
  private final Table table;

  public DynamoCatalog(Table table) {
    this.table = table;
  }

  @Override
  public Page page(
      @Nullable ProjectId project, @Nullable Status status, @Nullable String cursor, int limit) {
    int index = (project == null ? 5 : 1) + (status == null ? 0 : 1);
    String partition =
        (project == null ? Keys.REQUESTS : Keys.project(project))
            + (status == null ? "" : "#" + status);
    String sort = "index" + index + "sk";
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":pk", AttributeValue.fromS(partition));
    String condition = "index" + index + "pk = :pk";
    if (cursor != null) {
      condition += " AND " + sort + " < :after";
      values.put(":after", AttributeValue.fromS(cursor));
    }
    QueryResponse answer =
        table.query(
            QueryRequest.builder()
                .indexName("index" + index)
                .keyConditionExpression(condition)
                .expressionAttributeValues(values)
                .scanIndexForward(false)
                .limit(limit));
    List<Item> items = answer.items().stream().map(Item::stored).toList();
    return new Page(
        items.stream().map(item -> RequestJson.read(item.data())).toList(),
        answer.hasLastEvaluatedKey() && !items.isEmpty() ? items.getLast().text(sort) : null);
  }

  @Override
  public List<String> events(RequestId request, long after, int limit) {
    return table
        .between(Keys.request(request), Keys.event(after + 1), Keys.LAST_EVENT, limit)
        .stream()
        .map(item -> item.text(Item.DATA))
        .toList();
  }
}
