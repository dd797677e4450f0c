package io.countersign.notify;

import io.countersign.aws.bus.Visibility;
import io.countersign.aws.client.Clients;
import io.countersign.aws.mail.SesMailer;
import io.countersign.aws.table.DynamoCatalog;
import io.countersign.aws.table.DynamoDeliveries;
import io.countersign.aws.table.DynamoRounds;
import io.countersign.aws.table.DynamoStore;
import io.countersign.aws.table.Table;
import io.countersign.delivery.Deliveries;
import io.countersign.delivery.Mailer;
import io.countersign.delivery.Rounds;
import io.countersign.edge.command.Pauses;
import io.countersign.edge.start.Settings;
import io.countersign.edge.start.Snapshot;
import io.countersign.notify.letter.Links;
import io.countersign.store.Contention;
import io.countersign.store.Store;
import java.security.SecureRandom;
import java.time.InstantSource;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Puts the function together from its environment. */
final class Wiring {
  private Wiring() {}

  static BackOff backOff() {
    Settings settings = new Settings(System.getenv());
    Visibility visibility =
        new Visibility(Clients.build(SqsClient.builder()), settings.text("NOTIFY_QUEUE"));
    return new BackOff(visibility::until, new SecureRandom());
  }

  static Inbox inbox() {
    Snapshot.before(Clients::warm);
    Settings settings = new Settings(System.getenv());
    InstantSource clock = InstantSource.system();
    Table table = Table.of(settings.text("TABLE"));
    return inbox(
        new DynamoStore(table, clock),
        new DynamoCatalog(table)::events,
        new DynamoDeliveries(table),
        new DynamoRounds(table),
        mailer(settings),
        new Links(settings.text("BASE_URL")),
        clock);
  }

  static Inbox inbox(
      Store store,
      History.Log log,
      Deliveries deliveries,
      Rounds rounds,
      Mailer mailer,
      Links links,
      InstantSource clock) {
    History history = new History(log);
    Contention contention = Pauses.contention();
    Unheard unheard = new Unheard(store, history, deliveries, clock, contention);
    Telling telling = new Telling(new Post(deliveries, mailer, links, clock), unheard);
    Nudges nudges = new Nudges(store, rounds, history, telling, clock);
    return new Inbox(
        new Notices(store, history, nudges, telling),
        nudges,
        new Reports(deliveries, history, unheard, contention));
  }

  private static Mailer mailer(Settings settings) {
    String sender = settings.textOr("SENDER", "");
    return sender.isEmpty()
        ? Mailer.withoutSender()
        : new SesMailer(
            Clients.build(SesV2Client.builder()), sender, settings.text("CONFIGURATION_SET"));
  }
}
