package io.countersign.notify;

import io.countersign.aws.bus.SyncQueue;
import io.countersign.aws.bus.Visibility;
import io.countersign.aws.client.Clients;
import io.countersign.aws.mail.SesMailer;
import io.countersign.aws.secrets.SecretsManagerCredentials;
import io.countersign.aws.table.DynamoBallots;
import io.countersign.aws.table.DynamoCatalog;
import io.countersign.aws.table.DynamoConditions;
import io.countersign.aws.table.DynamoDeliveries;
import io.countersign.aws.table.DynamoPostings;
import io.countersign.aws.table.DynamoRounds;
import io.countersign.aws.table.DynamoStore;
import io.countersign.aws.table.Table;
import io.countersign.aws.web.HttpPoster;
import io.countersign.delivery.Deliveries;
import io.countersign.delivery.Mailer;
import io.countersign.delivery.Rounds;
import io.countersign.edge.command.Pauses;
import io.countersign.edge.start.Settings;
import io.countersign.edge.start.Snapshot;
import io.countersign.json.Json;
import io.countersign.notify.chat.Chat;
import io.countersign.notify.chat.Chats;
import io.countersign.notify.chat.Shift;
import io.countersign.notify.chat.Trials;
import io.countersign.notify.letter.Links;
import io.countersign.outbox.EventLog;
import io.countersign.store.Contention;
import io.countersign.store.Store;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.function.Consumer;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
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
    Links links = new Links(settings.text("BASE_URL"));
    Store store = new DynamoStore(table, clock);
    Chat chat =
        new Chat(
            new DynamoPostings(table),
            new DynamoConditions(table),
            new SecretsManagerCredentials(
                Clients.build(SecretsManagerClient.builder()), settings.text("CHANNELS_PREFIX")),
            new HttpPoster(),
            settings.text("SLACK_URL"));
    Mails mails =
        mails(
            store,
            new DynamoCatalog(table),
            new DynamoDeliveries(table),
            new DynamoRounds(table),
            mailer(settings),
            links,
            new Inviting(new DynamoBallots(table), links, SecureRandom::new, clock),
            clock);
    SyncQueue syncs =
        new SyncQueue(Clients.build(SqsClient.builder()), settings.text("SYNC_QUEUE"));
    return inbox(mails, store, chat, syncs::pass, links, clock);
  }

  static Inbox inbox(
      Mails mails,
      Store store,
      Chat chat,
      Consumer<Json.Obj> sync,
      Links links,
      InstantSource clock) {
    return new Inbox(
        store,
        mails,
        new Hooks(sync),
        new Chats(store, chat, links, mails.shift(), mails.fallback(), clock),
        new Trials(store, chat, mails.shift(), clock));
  }

  static Mails mails(
      Store store,
      EventLog log,
      Deliveries deliveries,
      Rounds rounds,
      Mailer mailer,
      Links links,
      Inviting inviting,
      InstantSource clock) {
    History history = new History(log);
    Contention contention = Pauses.contention();
    Unheard unheard = new Unheard(store, history, deliveries, clock, contention);
    Shift shift = new Shift(clock);
    Dispatch dispatch =
        new Dispatch(new Post(deliveries, mailer, links, inviting, shift, clock), unheard);
    Nudges nudges = new Nudges(store, rounds, history, dispatch, clock);
    Notices notices = new Notices(store, history, nudges, dispatch);
    return new Mails(
        shift,
        notices,
        nudges,
        new Reports(deliveries, history, unheard, contention),
        new Fallback(notices, dispatch, links));
  }

  private static Mailer mailer(Settings settings) {
    String sender = settings.textOr("SENDER", "");
    return sender.isEmpty()
        ? Mailer.withoutSender()
        : new SesMailer(
            Clients.build(SesV2Client.builder()), sender, settings.text("CONFIGURATION_SET"));
  }
}
