package io.countersign.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.local.LocalStack;
import io.countersign.local.api.Api;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.Target;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Listens on the bus: a queue of its own behind a rule for everything. */
final class Tap {
  private static final String NAME = LocalStack.STACK + "-story";

  private final SqsClient queues;
  private final String url;
  private final List<JsonNode> seen = new ArrayList<>();

  private Tap(SqsClient queues, String url) {
    this.queues = queues;
    this.url = url;
  }

  static Tap on(LocalStack stack) {
    SqsClient queues = stack.client(SqsClient.builder());
    String url = queues.createQueue(create -> create.queueName(NAME)).queueUrl();
    String arn =
        queues
            .getQueueAttributes(
                get -> get.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN))
            .attributes()
            .get(QueueAttributeName.QUEUE_ARN);
    EventBridgeClient events = stack.client(EventBridgeClient.builder());
    String bus = stack.outputs().get("Bus");
    events.putRule(
        put -> put.name(NAME).eventBusName(bus).eventPattern("{\"source\":[\"countersign\"]}"));
    Target target = Target.builder().id("tap").arn(arn).build();
    events.putTargets(put -> put.rule(NAME).eventBusName(bus).targets(target));
    return new Tap(queues, url);
  }

  /** The detail types of a request's events so far, each once, by sequence. */
  List<String> of(String request) {
    receive();
    SortedMap<Integer, String> types = new TreeMap<>();
    for (JsonNode event : seen) {
      JsonNode detail = event.path("detail");
      if (detail.path("request").asText().equals(request)) {
        types.put(detail.path("sequence").asInt(), event.path("detail-type").asText());
      }
    }
    return List.copyOf(types.values());
  }

  /** Whether any event holds the text. */
  boolean mentions(String text) {
    return seen.stream().anyMatch(event -> event.toString().contains(text));
  }

  private void receive() {
    List<Message> batch;
    do {
      batch = queues.receiveMessage(get -> get.queueUrl(url).maxNumberOfMessages(10)).messages();
      for (Message message : batch) {
        seen.add(Api.json(message.body()));
        queues.deleteMessage(delete -> delete.queueUrl(url).receiptHandle(message.receiptHandle()));
      }
    } while (!batch.isEmpty());
  }
}
