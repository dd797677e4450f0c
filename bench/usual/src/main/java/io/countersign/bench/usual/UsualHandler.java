package io.countersign.bench.usual;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.model.ReadBatch;
import software.amazon.awssdk.enhanced.dynamodb.model.TransactPutItemEnhancedRequest;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The same read and write as the real vote, with hardly any of its rules. */
public final class UsualHandler
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final DynamoDbEnhancedClient client =
      DynamoDbEnhancedClient.builder().dynamoDbClient(DynamoDbClient.create()).build();
  private final DynamoDbTable<Stored> table =
      client.table(System.getenv("TABLE"), TableSchema.fromBean(Stored.class));

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    try {
      Ballot ballot = JSON.readValue(event.getBody(), Ballot.class);
      String request = "CR#" + event.getPathParameters().get("id");
      Map<String, String> claims = event.getRequestContext().getAuthorizer().getJwt().getClaims();
      String subject =
          "SUBJECT#" + token(claims.getOrDefault("iss", ""), claims.getOrDefault("sub", ""));
      Map<String, Stored> found = read(request, subject, ballot.digest());
      Stored person = found.get("SUBJECT");
      Stored state = found.get("STATE");
      if (person == null || state == null || !ballot.digest().equals(state.getDigest())) {
        return answer(409, Map.of("code", "stale-digest"));
      }
      String voter = JSON.readTree(person.getData()).get("id").asText();
      return answer(200, cast(request, state, voter, ballot));
    } catch (JsonProcessingException e) {
      return answer(400, Map.of("code", "malformed-json"));
    }
  }

  private Map<String, Stored> read(String request, String subject, String digest) {
    Map<String, Stored> found = new HashMap<>();
    client
        .batchGetItem(
            get ->
                get.readBatches(
                    ReadBatch.builder(Stored.class)
                        .mappedTableResource(table)
                        .addGetItem(i -> i.key(key(subject, "SUBJECT")).consistentRead(true))
                        .addGetItem(i -> i.key(key(request, "STATE")).consistentRead(true))
                        .addGetItem(i -> i.key(key(request, "REV#" + digest)).consistentRead(true))
                        .build()))
        .resultsForTable(table)
        .forEach(item -> found.put(item.getSk(), item));
    return found;
  }

  private Map<String, Object> cast(String request, Stored state, String voter, Ballot ballot)
      throws JsonProcessingException {
    ObjectNode data = (ObjectNode) JSON.readTree(state.getData());
    JsonNode vote = JSON.valueToTree(ballot);
    data.set("lastVote", vote);
    Stored after = new Stored();
    after.setPk(request);
    after.setSk("STATE");
    after.setVersion(state.getVersion() + 1);
    after.setStatus(state.getStatus());
    after.setDigest(state.getDigest());
    after.setData(JSON.writeValueAsString(data));
    Stored event = new Stored();
    event.setPk(request);
    event.setSk("USUAL#%010d".formatted(after.getVersion()));
    event.setData(JSON.writeValueAsString(Map.of("by", voter, "vote", vote)));
    Expression asRead =
        Expression.builder()
            .expression("version = :version")
            .putExpressionValue(":version", AttributeValue.fromN(Long.toString(state.getVersion())))
            .build();
    client.transactWriteItems(
        write ->
            write
                .addPutItem(
                    table,
                    TransactPutItemEnhancedRequest.builder(Stored.class)
                        .item(after)
                        .conditionExpression(asRead)
                        .build())
                .addPutItem(table, event));
    return Map.of("status", state.getStatus(), "digest", state.getDigest());
  }

  private static Key key(String pk, String sk) {
    return Key.builder().partitionValue(pk).sortValue(sk).build();
  }

  private static String token(String... parts) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      for (String part : parts) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        sha.update(bytes);
      }
      return HexFormat.of().formatHex(sha.digest());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static APIGatewayV2HTTPResponse answer(int status, Map<String, ?> body) {
    try {
      return APIGatewayV2HTTPResponse.builder()
          .withStatusCode(status)
          .withHeaders(Map.of("content-type", "application/json"))
          .withBody(JSON.writeValueAsString(body))
          .build();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
