package io.countersign.bench.hello;

import io.countersign.aws.client.Clients;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Says hello, with the SDK client of the real functions made at init. */
public final class HelloHandler {
  private static final Map<String, AttributeValue> KEY =
      Map.of("pk", AttributeValue.fromS("HELLO"), "sk", AttributeValue.fromS("HELLO"));

  private static final KeysAndAttributes KEYS =
      KeysAndAttributes.builder().keys(List.of(KEY)).consistentRead(true).build();

  private final DynamoDbClient client = Clients.build(DynamoDbClient.builder());
  private final String table = System.getenv("TABLE");

  /** Leaves the client alone. */
  public void greet(InputStream event, OutputStream answer) throws IOException {
    event.readAllBytes();
    answer.write("{\"statusCode\":200,\"body\":\"hello\"}".getBytes(StandardCharsets.UTF_8));
  }

  /** Reads once and writes once with it, as the vote does. */
  public void greetAndNote(InputStream event, OutputStream answer) throws IOException {
    client.batchGetItem(get -> get.requestItems(Map.of(table, KEYS)));
    client.transactWriteItems(
        write ->
            write.transactItems(
                TransactWriteItem.builder().put(put -> put.tableName(table).item(KEY)).build()));
    greet(event, answer);
  }
}
