package io.countersign.aws.table;

import io.countersign.revision.RequestId;
import io.countersign.store.Due;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Due requests, from the indexes that sort by time. */
public final class DynamoDue implements Due {
  private final Table table;

  public DynamoDue(Table table) {
    this.table = table;
  }

  @Override
  public List<RequestId> expired(Instant now, int limit) {
    return before(3, Keys.DUE_OPEN, now, limit);
  }

  @Override
  public List<RequestId> lapsed(Instant now, int limit) {
    return before(3, Keys.DUE_MERGING, now, limit);
  }

  /** The requests of an index's partition whose time is before this one. */
  List<RequestId> before(int index, String partition, Instant time, int limit) {
    return table
        .query(
            QueryRequest.builder()
                .indexName("index" + index)
                .keyConditionExpression(
                    "index%dpk = :pk AND index%dsk < :now".formatted(index, index))
                .expressionAttributeValues(
                    Map.of(
                        ":pk", AttributeValue.fromS(partition),
                        ":now", AttributeValue.fromS(time.toString())))
                .limit(limit))
        .items()
        .stream()
        .map(item -> Item.stored(item).request())
        .toList();
  }
}
