package io.countersign.bench;

import io.countersign.directory.Subject;
import io.countersign.name.Token;
import io.countersign.revision.RequestId;
import io.countersign.revision.Revision;
import io.countersign.sample.People;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The read and the transaction of a vote with the SDK alone: same keys, items and conditions. */
final class BareVote {
  private static final String AS_READ =
      "version = :version AND #status = :status AND digest = :digest"
          + " AND (attribute_not_exists(deadline) OR deadline > :now)";

  private static final AttributeValue STATE = AttributeValue.fromS("STATE");

  private final DynamoDbClient client;
  private final String request;
  private final String digest;
  private final List<Map<String, AttributeValue>> keys;
  private Map<String, AttributeValue> event = Map.of();

  BareVote(DynamoDbClient client, Revision revision) {
    this.client = client;
    Subject subject = People.subject("bob");
    request = "CR#" + revision.request();
    digest = revision.digest().hex();
    keys =
        List.of(
            key("SUBJECT#" + Token.of(subject.issuer(), subject.subject()), "SUBJECT"),
            key(request, "STATE"),
            key(request, "REV#" + digest));
  }

  /** Takes the items of the other request, after one real vote, for patterns of its own. */
  void learn(RequestId other) {
    String from = "CR#" + other;
    event = new HashMap<>(get(key(from, "EVT#0000000002")));
    event.put("pk", AttributeValue.fromS(request));
    Map<String, AttributeValue> state = new HashMap<>(get(key(from, "STATE")));
    state.putAll(key(request, "STATE"));
    state.put("digest", AttributeValue.fromS(digest));
    client.putItem(put -> put.tableName(Scene.TABLE).item(state));
  }

  private Map<String, AttributeValue> get(Map<String, AttributeValue> key) {
    return client.getItem(get -> get.tableName(Scene.TABLE).key(key).consistentRead(true)).item();
  }

  private static Map<String, AttributeValue> key(String pk, String sk) {
    return Map.of("pk", AttributeValue.fromS(pk), "sk", AttributeValue.fromS(sk));
  }

  /** One of them; how long it took. */
  long vote() {
    long begin = System.nanoTime();
    Map<String, AttributeValue> state = read();
    long version = Long.parseLong(Objects.requireNonNull(state.get("version")).n());
    client.transactWriteItems(write -> write.transactItems(put(state, version), put(version)));
    return System.nanoTime() - begin;
  }

  private Map<String, AttributeValue> read() {
    KeysAndAttributes wanted = KeysAndAttributes.builder().keys(keys).consistentRead(true).build();
    List<Map<String, AttributeValue>> found =
        Objects.requireNonNull(
            client
                .batchGetItem(get -> get.requestItems(Map.of(Scene.TABLE, wanted)))
                .responses()
                .get(Scene.TABLE));
    if (found.size() < keys.size()) {
      throw new IllegalStateException("not all there");
    }
    return found.stream().filter(item -> STATE.equals(item.get("sk"))).findFirst().orElseThrow();
  }

  private static TransactWriteItem put(Map<String, AttributeValue> state, long version) {
    Map<String, AttributeValue> next = new HashMap<>(state);
    next.put("version", number(version + 1));
    next.put("sequence", number(version + 1));
    return item(
        Put.builder()
            .tableName(Scene.TABLE)
            .item(next)
            .conditionExpression(AS_READ)
            .expressionAttributeNames(Map.of("#status", "status"))
            .expressionAttributeValues(
                Map.of(
                    ":version", number(version),
                    ":status", Objects.requireNonNull(state.get("status")),
                    ":digest", Objects.requireNonNull(state.get("digest")),
                    ":now", number(System.currentTimeMillis()))));
  }

  private TransactWriteItem put(long version) {
    Map<String, AttributeValue> next = new HashMap<>(event);
    next.put("sk", AttributeValue.fromS("EVT#%010d".formatted(version + 1)));
    return item(
        Put.builder()
            .tableName(Scene.TABLE)
            .item(next)
            .conditionExpression("attribute_not_exists(pk)"));
  }

  private static TransactWriteItem item(Put.Builder put) {
    return TransactWriteItem.builder().put(put.build()).build();
  }

  private static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }
}
