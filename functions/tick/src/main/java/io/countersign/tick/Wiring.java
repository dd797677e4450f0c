package io.countersign.tick;

import io.countersign.aws.bus.EventBridgeBus;
import io.countersign.aws.bus.MergeQueue;
import io.countersign.aws.bus.ReminderQueue;
import io.countersign.aws.bus.SyncQueue;
import io.countersign.aws.client.Clients;
import io.countersign.aws.secrets.SecretsManagerProposals;
import io.countersign.aws.table.DynamoDue;
import io.countersign.aws.table.DynamoOutbox;
import io.countersign.aws.table.DynamoRounds;
import io.countersign.aws.table.DynamoStandings;
import io.countersign.aws.table.DynamoStore;
import io.countersign.aws.table.DynamoWaitingLists;
import io.countersign.aws.table.Table;
import io.countersign.edge.command.Pauses;
import io.countersign.edge.start.Settings;
import io.countersign.edge.start.Snapshot;
import io.countersign.outbox.Bus;
import io.countersign.outbox.Outbox;
import io.countersign.outbox.Publishing;
import io.countersign.store.Store;
import io.countersign.waiting.Keeping;
import java.time.InstantSource;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Puts the function together from its environment. */
final class Wiring {
  private Wiring() {}

  static Tick tick() {
    Snapshot.before(Clients::warm);
    Settings settings = new Settings(System.getenv());
    Table table = Table.of(settings.text("TABLE"));
    InstantSource clock = InstantSource.system();
    Store store = new DynamoStore(table, clock);
    Outbox outbox = new DynamoOutbox(table);
    Bus bus = EventBridgeBus.of(Clients.build(EventBridgeClient.builder()), settings.text("BUS"));
    SqsClient queues = Clients.build(SqsClient.builder());
    return new Tick(
        new DynamoDue(table),
        new Expiry(store, clock, Pauses.contention()),
        new MergeQueue(queues, settings.text("MERGE_QUEUE")),
        outbox,
        new Keeping(store, new DynamoWaitingLists(table), Pauses.contention()),
        new Publishing(outbox, bus),
        new Orphans(
            new SecretsManagerProposals(
                Clients.build(SecretsManagerClient.builder()), settings.text("PENDING_PREFIX")),
            store),
        new Nudging(
            new DynamoRounds(table),
            store,
            new ReminderQueue(queues, settings.text("NOTIFY_QUEUE")),
            clock),
        new Lanes(new DynamoStandings(table), new SyncQueue(queues, settings.text("SYNC_QUEUE"))),
        clock);
  }
}
