package io.countersign.faults.aws;

import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * That a function writes to the table.
 *
 * @param action as IAM calls it
 * @param partition the beginning of its key, as far as its kind
 */
public record Write(String function, String action, String partition) implements Comparable<Write> {
  private static final Comparator<Write> ORDER =
      Comparator.comparing(Write::function)
          .thenComparing(Write::action)
          .thenComparing(Write::partition);

  /** Those that the call asks for. */
  static Stream<Write> of(String function, SdkRequest request) {
    return switch (request) {
      case PutItemRequest put -> Stream.of(to(function, "PutItem", put.item()));
      case UpdateItemRequest update -> Stream.of(to(function, "UpdateItem", update.key()));
      case DeleteItemRequest delete -> Stream.of(to(function, "DeleteItem", delete.key()));
      case TransactWriteItemsRequest all ->
          all.transactItems().stream().map(each -> of(function, each));
      default -> Stream.empty();
    };
  }

  private static Write of(String function, TransactWriteItem item) {
    if (item.put() != null) {
      return to(function, "PutItem", item.put().item());
    }
    if (item.update() != null) {
      return to(function, "UpdateItem", item.update().key());
    }
    return item.delete() != null
        ? to(function, "DeleteItem", item.delete().key())
        : to(function, "ConditionCheckItem", item.conditionCheck().key());
  }

  private static Write to(String function, String action, Map<String, AttributeValue> key) {
    AttributeValue pk = key.get("pk");
    String partition = pk == null || pk.s() == null ? "" : pk.s();
    return new Write(function, "dynamodb:" + action, partition.replaceFirst("#.*", "#"));
  }

  @Override
  public int compareTo(Write other) {
    return ORDER.compare(this, other);
  }
}
