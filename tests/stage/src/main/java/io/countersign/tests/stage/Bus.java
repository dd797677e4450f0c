package io.countersign.tests.stage;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.local.LocalStack;
import io.countersign.local.api.Api;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.Target;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Everything that is published on the bus, by a queue behind a rule of its own. */
public final class Bus {
  private static final String NAME = LocalStack.STACK + "-tests";

  private final SqsClient queues;
  private final String url;
  private final List<JsonNode> seen = new ArrayList<>();

  private Bus(SqsClient queues, String url) {
    this.queues = queues;
    this.url = url;
  }

  static Bus of(LocalStack stack) {
    SqsClient queues = stack.client(SqsClient.builder());
    String url = queues.createQueue(create -> create.queueName(NAME)).queueUrl();
    String arn =
        queues
            .getQueueAttributes(
                get -> get.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN))
            .attributesAsStrings()
            .get("QueueArn");
    String bus = stack.outputs().get("Bus");
    try (EventBridgeClient events = stack.client(EventBridgeClient.builder())) {
      events.putRule(
          put -> put.name(NAME).eventBusName(bus).eventPattern("{\"source\":[\"countersign\"]}"));
      Target target = Target.builder().id("tests").arn(arn).build();
      events.putTargets(put -> put.rule(NAME).eventBusName(bus).targets(target));
    }
    return new Bus(queues, url);
  }

  /**
   * All envelopes so far, in the order of their arrival; a poll may miss some that wait already.
   */
  public synchronized List<JsonNode> all() {
    List<Message> batch;
    do {
      batch = queues.receiveMessage(get -> get.queueUrl(url).maxNumberOfMessages(10)).messages();
      for (Message message : batch) {
        seen.add(Api.json(message.body()));
        queues.deleteMessage(delete -> delete.queueUrl(url).receiptHandle(message.receiptHandle()));
      }
    } while (!batch.isEmpty());
    return List.copyOf(seen);
  }

  /** The same, once none waits any more. */
  public List<JsonNode> drained() {
    await().until(() -> !all().isEmpty() && waiting() == 0);
    return all();
  }

  private int waiting() {
    QueueAttributeName visible = QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES;
    return Integer.parseInt(
        queues
            .getQueueAttributes(get -> get.queueUrl(url).attributeNames(visible))
            .attributes()
            .getOrDefault(visible, "0"));
  }

  /** A request's envelopes by sequence, each once. */
  public SortedMap<Integer, JsonNode> of(String request) {
    SortedMap<Integer, JsonNode> events = new TreeMap<>();
    for (JsonNode event : all()) {
      if (event.at("/detail/request").asText().equals(request)) {
        events.put(event.at("/detail/sequence").asInt(), event);
      }
    }
    return events;
  }

  /** The request's detail types in order, once the last of them is there. */
  public List<String> typesUntil(String request, String last) {
    await("\"" + last + "\" of " + request + " on the bus")
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(200))
        .until(() -> types(request).contains(last));
    return types(request);
  }

  private List<String> types(String request) {
    return of(request).values().stream().map(each -> each.path("detail-type").asText()).toList();
  }
}
