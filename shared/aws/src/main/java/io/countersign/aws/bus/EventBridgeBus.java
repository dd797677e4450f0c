package io.countersign.aws.bus;

import io.countersign.json.Fields;
import io.countersign.json.JsonText;
import io.countersign.outbox.Bus;
import io.countersign.wire.EventJson;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;

/** The deployment's bus on EventBridge; at most ten events a call. */
public final class EventBridgeBus implements Bus {
  private final EventBridgeClient client;
  private final String name;
  private final String source;

  private EventBridgeBus(EventBridgeClient client, String name, String source) {
    this.client = client;
    this.name = name;
    this.source = source;
  }

  /** For what happens. */
  public static EventBridgeBus of(EventBridgeClient client, String name) {
    return new EventBridgeBus(client, name, "countersign");
  }

  /** For what is told once more: from a source of its own, which wakes nothing of ours. */
  public static EventBridgeBus replaying(EventBridgeClient client, String name) {
    return new EventBridgeBus(client, name, "countersign.replay");
  }

  @Override
  public int put(List<String> details) {
    List<PutEventsRequestEntry> entries = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < details.size(); i++) {
      String word = Fields.of(JsonText.parse(details.get(i))).text("type");
      if (EventJson.published(word)) {
        entries.add(entry(word, details.get(i)));
        places.add(i);
      }
    }
    int put = entries.isEmpty() ? 0 : onBus(entries);
    return put < places.size() ? places.get(put) : details.size();
  }

  /** How many of them, from the first, are on the bus. */
  private int onBus(List<PutEventsRequestEntry> entries) {
    try {
      List<PutEventsResultEntry> results = client.putEvents(put -> put.entries(entries)).entries();
      int put = 0;
      while (put < results.size() && results.get(put).errorCode() == null) {
        put++;
      }
      return put;
    } catch (SdkException e) {
      throw new BusUnavailable("EventBridge PutEvents", e);
    }
  }

  private PutEventsRequestEntry entry(String word, String detail) {
    return PutEventsRequestEntry.builder()
        .eventBusName(name)
        .source(source)
        .detailType(EventJson.detailType(word))
        .detail(detail)
        .build();
  }
}
