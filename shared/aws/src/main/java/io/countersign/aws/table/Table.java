package io.countersign.aws.table;

import io.countersign.aws.client.Clients;
import io.countersign.revision.RequestId;
import io.countersign.store.StoreUnavailable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** The table: each call of the SDK that the adapters make, with its faults in our words. */
public final class Table {
  /** DynamoDB's own limit. */
  private static final int BATCH = 100;

  private final DynamoDbClient client;
  private final String name;

  public Table(DynamoDbClient client, String name) {
    this.client = client;
    this.name = name;
  }

  /** The table of this name, with a client of its own. */
  public static Table of(String name) {
    return new Table(Clients.build(DynamoDbClient.builder()), name);
  }

  String name() {
    return name;
  }

  /** One item, or null. */
  @Nullable Item get(String pk, String sk) {
    return call(
        "GetItem",
        () -> {
          var answer =
              client.getItem(get -> get.tableName(name).key(Keys.of(pk, sk)).consistentRead(true));
          return answer.hasItem() ? Item.stored(answer.item()) : null;
        });
  }

  /** The items of these keys that are there, in no order; a request per 100 unless throttled. */
  List<Item> batch(List<Map<String, AttributeValue>> keys) {
    List<Item> items = new ArrayList<>();
    for (int from = 0; from < keys.size(); from += BATCH) {
      items.addAll(upTo100(keys.subList(from, Math.min(keys.size(), from + BATCH))));
    }
    return items;
  }

  /** The items of these keys that are there, in the order of the keys. */
  List<Item> ordered(List<Map<String, AttributeValue>> keys) {
    Map<Map<String, AttributeValue>, Item> found = new HashMap<>();
    for (Item item : batch(keys)) {
      found.put(Keys.of(item.text(Keys.PK), item.sk()), item);
    }
    return keys.stream().map(key -> found.get(key)).filter(Objects::nonNull).toList();
  }

  private List<Item> upTo100(List<Map<String, AttributeValue>> keys) {
    return call(
        "BatchGetItem",
        () -> {
          List<Item> items = new ArrayList<>();
          Map<String, KeysAndAttributes> wanted =
              Map.of(name, KeysAndAttributes.builder().keys(keys).consistentRead(true).build());
          while (!wanted.isEmpty()) {
            Map<String, KeysAndAttributes> next = wanted;
            BatchGetItemResponse answer = client.batchGetItem(get -> get.requestItems(next));
            answer.responses().getOrDefault(name, List.of()).stream()
                .map(Item::stored)
                .forEach(items::add);
            wanted = answer.unprocessedKeys();
          }
          return items;
        });
  }

  /** All items of a partition whose sort key begins so, in order. */
  List<Item> all(String pk, String prefix) {
    return found(
        query ->
            query
                .consistentRead(true)
                .keyConditionExpression("pk = :pk AND begins_with(sk, :sk)")
                .expressionAttributeValues(
                    Map.of(
                        ":pk", AttributeValue.fromS(pk),
                        ":sk", AttributeValue.fromS(prefix))));
  }

  /** All items of a partition. */
  List<Item> all(String pk) {
    return found(
        query ->
            query
                .consistentRead(true)
                .keyConditionExpression("pk = :pk")
                .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(pk))));
  }

  /** The first items of a partition between two sort keys, however many pages they fill. */
  List<Item> between(String pk, String from, String to, int limit) {
    return found(
        limit,
        query ->
            query
                .consistentRead(true)
                .limit(limit)
                .keyConditionExpression("pk = :pk AND sk BETWEEN :from AND :to")
                .expressionAttributeValues(
                    Map.of(
                        ":pk", AttributeValue.fromS(pk),
                        ":from", AttributeValue.fromS(from),
                        ":to", AttributeValue.fromS(to))));
  }

  /** Items of a request's events behind a sequence number, in order. */
  List<Item> events(RequestId request, long after, int limit) {
    return between(Keys.request(request), Keys.event(after + 1), Keys.event(9_999_999_999L), limit);
  }

  /**
   * All items of an index's partition, in order: a query of the keys that the index holds, and a
   * batch read for every 100.
   */
  List<Item> indexed(int index, String pk) {
    List<Item> keys =
        found(
            query ->
                query
                    .indexName("index" + index)
                    .keyConditionExpression("index" + index + "pk = :pk")
                    .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(pk))));
    return ordered(keys.stream().map(item -> Keys.of(item.text(Keys.PK), item.sk())).toList());
  }

  /** The keys of an index's items whose sort key there begins so, in order: all the index holds. */
  List<Item> places(int index, String pk, String beginning) {
    return found(
        query ->
            query
                .indexName("index" + index)
                .keyConditionExpression(
                    "index%1$dpk = :pk AND begins_with(index%1$dsk, :sk)".formatted(index))
                .expressionAttributeValues(
                    Map.of(
                        ":pk", AttributeValue.fromS(pk),
                        ":sk", AttributeValue.fromS(beginning))));
  }

  /** The items of an index's partition whose sort key there is at most this one, in order. */
  List<Item> until(int index, String pk, String last, int most) {
    return ordered(
        found(most, keysUntil(index, pk, last)).stream()
            .map(item -> Keys.of(item.text(Keys.PK), item.sk()))
            .toList());
  }

  /** The keys of such items, all of them. */
  List<Item> placesUntil(int index, String pk, String last) {
    return found(keysUntil(index, pk, last));
  }

  private static Consumer<QueryRequest.Builder> keysUntil(int index, String pk, String last) {
    return query ->
        query
            .indexName("index" + index)
            .keyConditionExpression("index%1$dpk = :pk AND index%1$dsk <= :sk".formatted(index))
            .expressionAttributeValues(
                Map.of(
                    ":pk", AttributeValue.fromS(pk),
                    ":sk", AttributeValue.fromS(last)));
  }

  private List<Item> found(Consumer<QueryRequest.Builder> query) {
    return found(Long.MAX_VALUE, query);
  }

  /** Up to so many of what a query finds, in its order; no page is read beyond them. */
  private List<Item> found(long most, Consumer<QueryRequest.Builder> query) {
    return call(
        "Query",
        () ->
            client.queryPaginator(asked -> query.accept(asked.tableName(name))).items().stream()
                .limit(most)
                .map(Item::stored)
                .toList());
  }

  QueryResponse query(QueryRequest.Builder query) {
    return call("Query", () -> client.query(query.tableName(name).build()));
  }

  /** Updates an item if the condition holds; nothing happens when it does not. */
  void updateIf(
      Map<String, AttributeValue> key,
      String update,
      String condition,
      Map<String, AttributeValue> values,
      Map<String, String> names) {
    try {
      client.updateItem(
          item ->
              item.tableName(name)
                  .key(key)
                  .updateExpression(update)
                  .conditionExpression(condition)
                  .expressionAttributeValues(values)
                  .expressionAttributeNames(names));
    } catch (ConditionalCheckFailedException e) {
      return;
    } catch (SdkException e) {
      throw unavailable("UpdateItem", e);
    }
  }

  UpdateItemResponse update(UpdateItemRequest.Builder update) {
    return call("UpdateItem", () -> client.updateItem(update.tableName(name).build()));
  }

  /** Updates an item if the condition holds; false when it does not. */
  boolean updateIf(UpdateItemRequest.Builder update) {
    return updated(update) != null;
  }

  /** Updates an item if the condition holds, and says what is there then; null when it does not. */
  @Nullable Item updated(UpdateItemRequest.Builder update) {
    return call(
        "UpdateItem",
        () -> {
          try {
            return Item.stored(client.updateItem(update.tableName(name).build()).attributes());
          } catch (ConditionalCheckFailedException e) {
            return null;
          }
        });
  }

  /** Writes an item, whatever is there. */
  void put(Item item) {
    call("PutItem", () -> client.putItem(put -> put.tableName(name).item(item.values())));
  }

  /** Writes an item if the condition holds; false when it does not. */
  boolean put(Item item, String condition) {
    return put(PutItemRequest.builder().item(item.values()).conditionExpression(condition));
  }

  /** With values, and names for attributes that are reserved words. */
  boolean put(
      Item item, String condition, Map<String, AttributeValue> values, Map<String, String> names) {
    return put(
        PutItemRequest.builder()
            .item(item.values())
            .conditionExpression(condition)
            .expressionAttributeValues(values)
            .expressionAttributeNames(names));
  }

  private boolean put(PutItemRequest.Builder put) {
    return call(
        "PutItem",
        () -> {
          try {
            client.putItem(put.tableName(name).build());
            return true;
          } catch (ConditionalCheckFailedException e) {
            return false;
          }
        });
  }

  /** Deletes an item if the condition holds; false when it does not. */
  boolean deleteIf(
      Map<String, AttributeValue> key, String condition, Map<String, AttributeValue> values) {
    return call(
        "DeleteItem",
        () -> {
          try {
            client.deleteItem(
                delete ->
                    delete
                        .tableName(name)
                        .key(key)
                        .conditionExpression(condition)
                        .expressionAttributeValues(values));
            return true;
          } catch (ConditionalCheckFailedException e) {
            return false;
          }
        });
  }

  /** Writes all or nothing; false when a condition fails or another transaction is in the way. */
  boolean transact(List<TransactWriteItem> items) {
    return call(
        "TransactWriteItems",
        () -> {
          try {
            client.transactWriteItems(write -> write.transactItems(items));
            return true;
          } catch (TransactionCanceledException e) {
            if (e.cancellationReasons().stream().allMatch(each -> Transient.is(each.code()))) {
              return false;
            }
            throw e;
          }
        });
  }

  private static <T extends @Nullable Object> T call(String operation, Supplier<T> call) {
    try {
      return call.get();
    } catch (SdkException e) {
      throw unavailable(operation, e);
    }
  }

  private static StoreUnavailable unavailable(String operation, SdkException e) {
    String code =
        e instanceof AwsServiceException fault && fault.awsErrorDetails() != null
            ? fault.awsErrorDetails().errorCode()
            : e.getClass().getSimpleName();
    return new StoreUnavailable("DynamoDB " + operation + ": " + code, e);
  }

  /** The reasons for which a cancelled transaction may be decided and tried again. */
  private static final class Transient {
    private static final Set<String> CODES =
        Set.of("None", "ConditionalCheckFailed", "TransactionConflict");

    static boolean is(String code) {
      return CODES.contains(code);
    }
  }
}
