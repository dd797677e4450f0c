package io.countersign.tests.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.audit.Chain;
import io.countersign.json.Json;
import io.countersign.json.JsonText;
import io.countersign.local.LocalStack;
import io.countersign.request.Request;
import io.countersign.request.Requests;
import io.countersign.revision.RequestId;
import io.countersign.tests.api.Touched;
import io.countersign.wire.EventJson;
import io.countersign.wire.RequestJson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * After every test: for each request that it touched, the stored events, replayed, give the stored
 * state, and their chain ends in its head. Found by the service loader, so no test can forget it.
 */
public final class Replay implements AfterEachCallback {
  @Override
  public void afterEach(ExtensionContext context) {
    var touched = Touched.sinceThen();
    if (!touched.isEmpty()) {
      try (DynamoDbClient table = World.stack().client(DynamoDbClient.builder())) {
        touched.forEach(id -> check(table, id));
      }
    }
  }

  private static void check(DynamoDbClient table, String id) {
    Map<String, AttributeValue> stored =
        table
            .getItem(
                get ->
                    get.tableName(LocalStack.STACK)
                        .consistentRead(true)
                        .key(Map.of("pk", text("CR#" + id), "sk", text("STATE"))))
            .item();
    Request state = RequestJson.read(JsonText.parse(of(stored, "data")));
    @Nullable Request replayed = null;
    String hash = Chain.START;
    for (Map<String, AttributeValue> event : events(table, id, state.sequence())) {
      hash = Chain.next(hash, of(event, "data"));
      assertThat(of(event, "hash")).as("hash in the chain of " + id).isEqualTo(hash);
      Json.Obj record = JsonText.object(of(event, "data"));
      replayed =
          Requests.evolve(RequestId.parse(id), replayed, EventJson.event(record), at(record));
    }
    assertThat(replayed).as("the replay of " + id).isEqualTo(state);
    assertThat(of(stored, "hash")).as("head of " + id).isEqualTo(hash);
  }

  private static List<Map<String, AttributeValue>> events(
      DynamoDbClient table, String id, long last) {
    Map<String, AttributeValue> values =
        Map.of(
            ":pk", text("CR#" + id),
            ":first", text("EVT#"),
            ":last", text("EVT#%010d".formatted(last)));
    return table
        .queryPaginator(
            query ->
                query
                    .tableName(LocalStack.STACK)
                    .consistentRead(true)
                    .keyConditionExpression("pk = :pk AND sk BETWEEN :first AND :last")
                    .expressionAttributeValues(values))
        .items()
        .stream()
        .toList();
  }

  private static Instant at(Json.Obj record) {
    return record.get("at") instanceof Json.Str(String at) ? Instant.parse(at) : Instant.MIN;
  }

  private static String of(Map<String, AttributeValue> item, String name) {
    return Objects.requireNonNull(item.get(name), name).s();
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }
}
