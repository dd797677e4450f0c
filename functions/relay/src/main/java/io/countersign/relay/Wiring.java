package io.countersign.relay;

import io.countersign.aws.bus.EventBridgeBus;
import io.countersign.aws.client.Clients;
import io.countersign.aws.table.DynamoOutbox;
import io.countersign.aws.table.DynamoStore;
import io.countersign.aws.table.DynamoWaitingLists;
import io.countersign.aws.table.Table;
import io.countersign.edge.command.Pauses;
import io.countersign.edge.start.Settings;
import io.countersign.edge.start.Snapshot;
import io.countersign.outbox.Publishing;
import io.countersign.waiting.Keeping;
import java.time.InstantSource;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;

/** Puts the function together from its environment. */
final class Wiring {
  private Wiring() {}

  static Relay relay() {
    Snapshot.before(Clients::warm);
    Settings settings = new Settings(System.getenv());
    Table table = Table.of(settings.text("TABLE"));
    return new Relay(
        new Keeping(
            new DynamoStore(table, InstantSource.system()),
            new DynamoWaitingLists(table),
            Pauses.contention()),
        new Publishing(
            new DynamoOutbox(table),
            EventBridgeBus.of(Clients.build(EventBridgeClient.builder()), settings.text("BUS"))));
  }
}
