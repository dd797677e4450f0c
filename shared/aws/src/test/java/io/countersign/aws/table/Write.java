package io.countersign.aws.table;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * What a call asks to write to the table.
 *
 * @param action as IAM calls it, without the service
 */
public record Write(String action, String partition) {
  /** All that the call asks for; nothing where it only reads, or is about something else. */
  public static Stream<Write> of(SdkRequest request) {
    return switch (request) {
      case PutItemRequest put -> Stream.of(to("PutItem", put.item()));
      case UpdateItemRequest update -> Stream.of(to("UpdateItem", update.key()));
      case DeleteItemRequest delete -> Stream.of(to("DeleteItem", delete.key()));
      case TransactWriteItemsRequest all -> all.transactItems().stream().map(Write::of);
      default -> Stream.empty();
    };
  }

  private static Write of(TransactWriteItem item) {
    if (item.put() != null) {
      return to("PutItem", item.put().item());
    }
    if (item.update() != null) {
      return to("UpdateItem", item.update().key());
    }
    return item.delete() != null
        ? to("DeleteItem", item.delete().key())
        : to("ConditionCheckItem", item.conditionCheck().key());
  }

  private static Write to(String action, Map<String, AttributeValue> item) {
    return new Write(action, Objects.requireNonNull(item.get(Keys.PK)).s());
  }
}
