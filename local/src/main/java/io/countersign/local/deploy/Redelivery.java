package io.countersign.local.deploy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.function.Consumer;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Gives messages back to their queue when the process that had them was killed on purpose: nobody
 * at a terminal waits for the queue's visibility timeout, six minutes on AWS as here.
 */
public record Redelivery(Deployer deployer) implements Consumer<String> {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public void accept(String event) {
    try (SqsClient sqs = deployer.client(SqsClient.builder())) {
      for (JsonNode message : JSON.readTree(event).path("Records")) {
        if (message.path("eventSource").asText().equals("aws:sqs")) {
          giveBack(sqs, message);
        }
      }
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static void giveBack(SqsClient sqs, JsonNode message) {
    String arn = message.path("eventSourceARN").asText();
    String queue = sqs.getQueueUrl(r -> r.queueName(arn.replaceFirst(".*:", ""))).queueUrl();
    sqs.changeMessageVisibility(
        r ->
            r.queueUrl(queue)
                .receiptHandle(message.path("receiptHandle").asText())
                .visibilityTimeout(0));
  }
}
