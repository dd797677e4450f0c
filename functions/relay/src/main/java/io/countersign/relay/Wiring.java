package io.countersign.relay;

import io.countersign.aws.bus.EventBridgeBus;
import io.countersign.aws.client.Clients;
import io.countersign.aws.table.DynamoOutbox;
import io.countersign.aws.table.Table;
import io.countersign.edge.start.Settings;
import io.countersign.edge.start.Snapshot;
import io.countersign.outbox.Publishing;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;

/** Puts the function together from its environment. */
final class Wiring {
  private Wiring() {}

  static Relay relay() {
    Snapshot.before(Clients::warm);
    Settings settings = new Settings(System.getenv());
    return new Relay(
        new Publishing(
            new DynamoOutbox(Table.of(settings.text("TABLE"))),
            new EventBridgeBus(Clients.build(EventBridgeClient.builder()), settings.text("BUS"))));
  }
}
