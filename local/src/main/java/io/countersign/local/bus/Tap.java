package io.countersign.local.bus;

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

/** Everything that is published on the bus, by a queue of its own behind a rule. */
public final class Tap {
  private final SqsClient queues;
  private final String url;
  private final List<JsonNode> seen = new ArrayList<>();

  private Tap(SqsClient queues, String url) {
    this.queues = queues;
    this.url = url;
  }

  /**
   * Hears what is published from now on.
   *
   * @param listener what its queue and rule are called, beside the stack's name
   */
  public static Tap on(LocalStack stack, String listener) {
    return on(stack, listener, "countersign");
  }

  /** Hears what is published once more from now on. */
  public static Tap onReplays(LocalStack stack, String listener) {
    return on(stack, listener, "countersign.replay");
  }

  private static Tap on(LocalStack stack, String listener, String source) {
    String name = LocalStack.STACK + "-" + listener;
    SqsClient queues = stack.client(SqsClient.builder());
    String url = queues.createQueue(create -> create.queueName(name)).queueUrl();
    Tap tap = new Tap(queues, url);
    String arn = tap.attribute(QueueAttributeName.QUEUE_ARN);
    String bus = stack.outputs().get("Bus");
    try (EventBridgeClient events = stack.client(EventBridgeClient.builder())) {
      events.putRule(
          put ->
              put.name(name).eventBusName(bus).eventPattern("{\"source\":[\"" + source + "\"]}"));
      Target target = Target.builder().id(listener).arn(arn).build();
      events.putTargets(put -> put.rule(name).eventBusName(bus).targets(target));
    }
    return tap;
  }

  /** All envelopes so far, in the order of their arrival; it may miss some that wait already. */
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

  /** How many envelopes have not been heard yet. */
  public int waiting() {
    return Integer.parseInt(attribute(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES));
  }

  private String attribute(QueueAttributeName name) {
    return queues
        .getQueueAttributes(get -> get.queueUrl(url).attributeNames(name))
        .attributes()
        .getOrDefault(name, "0");
  }

  /** A request's envelopes so far by sequence, each once. */
  public SortedMap<Integer, JsonNode> of(String request) {
    SortedMap<Integer, JsonNode> events = new TreeMap<>();
    for (JsonNode event : all()) {
      if (event.at("/detail/request").asText().equals(request)) {
        events.put(event.at("/detail/sequence").asInt(), event);
      }
    }
    return events;
  }

  /** Their detail types, in order. */
  public List<String> types(String request) {
    return of(request).values().stream().map(each -> each.path("detail-type").asText()).toList();
  }
}
