package io.countersign.notify;

import io.countersign.aws.client.Clients;
import io.countersign.aws.mail.SesMailer;
import io.countersign.aws.table.DynamoCatalog;
import io.countersign.aws.table.DynamoDeliveries;
import io.countersign.aws.table.DynamoStore;
import io.countersign.aws.table.Table;
import io.countersign.delivery.Deliveries;
import io.countersign.delivery.Mailer;
import io.countersign.edge.start.Settings;
import io.countersign.edge.start.Snapshot;
import io.countersign.notify.letter.Links;
import io.countersign.store.Store;
import java.time.InstantSource;
import software.amazon.awssdk.services.sesv2.SesV2Client;

/** Puts the function together from its environment. */
final class Wiring {
  private Wiring() {}

  static Notices notices() {
    Snapshot.before(Clients::warm);
    Settings settings = new Settings(System.getenv());
    InstantSource clock = InstantSource.system();
    Table table = Table.of(settings.text("TABLE"));
    return notices(
        new DynamoStore(table, clock),
        new DynamoCatalog(table)::events,
        new DynamoDeliveries(table),
        mailer(settings),
        new Links(settings.text("BASE_URL")),
        clock);
  }

  static Notices notices(
      Store store,
      Spoken.History history,
      Deliveries deliveries,
      Mailer mailer,
      Links links,
      InstantSource clock) {
    return new Notices(store, new Spoken(history), new Post(deliveries, mailer, links, clock));
  }

  private static Mailer mailer(Settings settings) {
    String sender = settings.textOr("SENDER", "");
    return sender.isEmpty()
        ? Mailer.withoutSender()
        : new SesMailer(
            Clients.build(SesV2Client.builder()), sender, settings.text("CONFIGURATION_SET"));
  }
}
