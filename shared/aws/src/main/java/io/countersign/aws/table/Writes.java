package io.countersign.aws.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The actions of a transaction. */
final class Writes {
  private final Table table;
  private final List<TransactWriteItem> items = new ArrayList<>();

  Writes(Table table) {
    this.table = table;
  }

  Writes put(Item item, String condition, Map<String, AttributeValue> values) {
    return put(item, condition, values, Map.of());
  }

  /** With names for attributes that are reserved words. */
  Writes put(
      Item item, String condition, Map<String, AttributeValue> values, Map<String, String> names) {
    items.add(
        TransactWriteItem.builder()
            .put(
                put -> {
                  put.tableName(table.name()).item(item.values());
                  put.conditionExpression(condition);
                  if (!names.isEmpty()) {
                    put.expressionAttributeNames(names);
                  }
                  if (!values.isEmpty()) {
                    put.expressionAttributeValues(values);
                  }
                })
            .build());
    return this;
  }

  /** An item, whatever was there. */
  Writes put(Item item) {
    items.add(
        TransactWriteItem.builder()
            .put(put -> put.tableName(table.name()).item(item.values()))
            .build());
    return this;
  }

  /** The end of an item, whether it is there or not. */
  Writes delete(String pk, String sk) {
    items.add(
        TransactWriteItem.builder()
            .delete(delete -> delete.tableName(table.name()).key(Keys.of(pk, sk)))
            .build());
    return this;
  }

  /** Refuses the transaction when there is such an item. */
  Writes absent(String pk, String sk) {
    items.add(
        TransactWriteItem.builder()
            .conditionCheck(
                check ->
                    check
                        .tableName(table.name())
                        .key(Keys.of(pk, sk))
                        .conditionExpression("attribute_not_exists(pk)"))
            .build());
    return this;
  }

  /** An item that must not be there yet. */
  Writes create(Item item) {
    return put(item, "attribute_not_exists(pk)", Map.of());
  }

  /** An item whose {@code version} must be the one before; 1 is a new one. */
  Writes version(Item item, long version) {
    item.put("version", version);
    return version == 1
        ? create(item)
        : put(item, "version = :before", Map.of(":before", number(version - 1)));
  }

  Writes delete(String pk, String sk, String condition, Map<String, AttributeValue> values) {
    items.add(
        TransactWriteItem.builder()
            .delete(
                delete -> {
                  delete.tableName(table.name()).key(Keys.of(pk, sk));
                  delete.conditionExpression(condition);
                  if (!values.isEmpty()) {
                    delete.expressionAttributeValues(values);
                  }
                })
            .build());
    return this;
  }

  /** Refuses the transaction unless the counter is as read; 0 is one that was never bumped. */
  Writes unchanged(String pk, long counter) {
    items.add(
        TransactWriteItem.builder()
            .conditionCheck(
                check ->
                    check
                        .tableName(table.name())
                        .key(Keys.of(pk, Keys.RULES))
                        .conditionExpression(asRead(counter))
                        .expressionAttributeValues(Map.of(":n", number(counter))))
            .build());
    return this;
  }

  /** Bumps the counter, if it is as read. */
  Writes bump(String pk, long counter) {
    items.add(
        TransactWriteItem.builder()
            .update(
                update ->
                    update
                        .tableName(table.name())
                        .key(Keys.of(pk, Keys.RULES))
                        .updateExpression("SET n = :next")
                        .conditionExpression(asRead(counter))
                        .expressionAttributeValues(
                            Map.of(":n", number(counter), ":next", number(counter + 1))))
            .build());
    return this;
  }

  /** A counter that was never bumped is not there. */
  private static String asRead(long counter) {
    return counter == 0 ? "attribute_not_exists(pk) OR n = :n" : "n = :n";
  }

  boolean commit() {
    return table.transact(items);
  }

  static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }
}
