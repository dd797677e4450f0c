package io.countersign.aws.bus;

import io.countersign.json.Fields;
import io.countersign.json.JsonText;
import io.countersign.outbox.Bus;
import io.countersign.wire.EventJson;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;

/** The deployment's bus on EventBridge; at most ten events a call. */
public final class EventBridgeBus implements Bus {
  private static final String SOURCE = "countersign";

  private final EventBridgeClient client;
  private final String name;

  public EventBridgeBus(EventBridgeClient client, String name) {
    this.client = client;
    this.name = name;
  }

  @Override
  public int put(List<String> details) {
    try {
      List<PutEventsResultEntry> results =
          client
              .putEvents(put -> put.entries(details.stream().map(this::entry).toList()))
              .entries();
      int put = 0;
      while (put < results.size() && results.get(put).errorCode() == null) {
        put++;
      }
      return put;
    } catch (SdkException e) {
      throw new BusUnavailable("EventBridge PutEvents", e);
    }
  }

  private PutEventsRequestEntry entry(String detail) {
    Fields event = Fields.of(JsonText.parse(detail));
    return PutEventsRequestEntry.builder()
        .eventBusName(name)
        .source(SOURCE)
        .detailType(EventJson.detailType(event.text("type")))
        .detail(detail)
        .build();
  }
}
