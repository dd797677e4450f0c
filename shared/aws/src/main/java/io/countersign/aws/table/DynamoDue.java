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

  @Override
  public List<RequestId> over(Instant now, int limit) {
    return table.query(byTime(3, Keys.DUE_GRANT, now, limit)).items().stream()
        .map(item -> Item.stored(item).text("index3sk"))
        .map(place -> RequestId.parse(place.substring(place.indexOf('#') + 1)))
        .toList();
  }

  /** The requests of an index's partition whose time is before this one. */
  List<RequestId> before(int index, String partition, Instant time, int limit) {
    return table.query(byTime(index, partition, time, limit)).items().stream()
        .map(item -> Item.stored(item).request())
        .toList();
  }

  private static QueryRequest.Builder byTime(int index, String partition, Instant time, int limit) {
    return QueryRequest.builder()
        .indexName("index" + index)
        .keyConditionExpression("index%dpk = :pk AND index%dsk < :now".formatted(index, index))
        .expressionAttributeValues(
            Map.of(
                ":pk", AttributeValue.fromS(partition),
                ":now", AttributeValue.fromS(time.toString())))
        .limit(limit);
  }
}
