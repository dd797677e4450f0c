package io.countersign.aws.table;

import io.countersign.outbox.Outbox;
import io.countersign.revision.RequestId;
import io.countersign.store.Catalog;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Cursors in DynamoDB; a request's state is in the index of the unpublished until it is passed. */
public final class DynamoOutbox implements Outbox {
  private static final String CURSOR = "CURSOR";

  private final Table table;
  private final Catalog catalog;

  public DynamoOutbox(Table table) {
    this.table = table;
    this.catalog = new DynamoCatalog(table);
  }

  @Override
  public long cursor(RequestId request) {
    Item item = table.get(Keys.request(request), CURSOR);
    return item == null ? 0 : item.number("sequence");
  }

  @Override
  public List<String> events(RequestId request, long after, int limit) {
    return catalog.events(request, after, limit);
  }

  @Override
  public void published(RequestId request, long sequence) {
    Map<String, AttributeValue> values = Map.of(":sequence", Writes.number(sequence));
    table.updateIf(
        Keys.of(Keys.request(request), CURSOR),
        "SET #sequence = :sequence",
        "attribute_not_exists(pk) OR #sequence < :sequence",
        values,
        Map.of("#sequence", "sequence"));
    table.updateIf(
        Keys.of(Keys.request(request), Keys.STATE),
        "REMOVE index4pk, index4sk",
        "#sequence = :sequence",
        values,
        Map.of("#sequence", "sequence"));
  }

  @Override
  public List<RequestId> unpublished(Instant before, int limit) {
    return new DynamoDue(table).before(4, Keys.OUTBOX, before, limit);
  }
}
