package io.countersign.tests.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.json.Json;
import io.countersign.json.JsonText;
import io.countersign.local.LocalStack;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

/** Time that passes without anybody waiting for it. */
public final class Times {
  private Times() {}

  /** The lease of a merge whose holder was killed has lapsed. */
  public static void lapse(Proposal proposal) {
    try (DynamoDbClient table = World.stack().client(DynamoDbClient.builder())) {
      Map<String, AttributeValue> key =
          Map.of(
              "pk", AttributeValue.fromS("CR#" + proposal.id()),
              "sk", AttributeValue.fromS("STATE"));
      Map<String, AttributeValue> state =
          table
              .getItem(get -> get.tableName(LocalStack.STACK).key(key).consistentRead(true))
              .item();
      Json.Obj plan = JsonText.object(text(state, "plan"));
      String until = ((Json.Str) Objects.requireNonNull(plan.get("until"))).value();
      String past = Instant.now().minusSeconds(1).toString();
      table.updateItem(
          update ->
              update
                  .tableName(LocalStack.STACK)
                  .key(key)
                  .conditionExpression("#plan = :before")
                  .updateExpression("SET #plan = :plan, index3sk = :due")
                  .expressionAttributeNames(Map.of("#plan", "plan"))
                  .expressionAttributeValues(
                      Map.of(
                          ":before", AttributeValue.fromS(text(state, "plan")),
                          ":plan", AttributeValue.fromS(text(state, "plan").replace(until, past)),
                          ":due", AttributeValue.fromS(past + "#" + proposal.id()))));
    }
  }

  /** The schedule's next minute has come. */
  public static void minute() {
    try (LambdaClient lambda = World.stack().client(LambdaClient.builder())) {
      InvokeResponse round =
          lambda.invoke(call -> call.functionName(LocalStack.STACK + "-tick").qualifier("live"));
      assertThat(round.functionError()).as(round.payload().asUtf8String()).isNull();
    }
  }

  private static String text(Map<String, AttributeValue> item, String name) {
    return Objects.requireNonNull(item.get(name), name).s();
  }
}
