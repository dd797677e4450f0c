package io.countersign.faults.deployed;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.countersign.admin.AdminDoor;
import io.countersign.aws.bus.EventBridgeBus;
import io.countersign.aws.bus.MergeQueue;
import io.countersign.aws.bus.ReminderQueue;
import io.countersign.aws.bus.SyncQueue;
import io.countersign.aws.keys.KmsFingerprint;
import io.countersign.aws.mail.SesMailer;
import io.countersign.aws.parameters.SsmParameters;
import io.countersign.aws.secrets.SecretsManagerCredentials;
import io.countersign.aws.secrets.SecretsManagerInventory;
import io.countersign.aws.secrets.SecretsManagerProposals;
import io.countersign.aws.secrets.SecretsManagerVault;
import io.countersign.aws.table.Contents;
import io.countersign.aws.table.DynamoBallots;
import io.countersign.aws.table.DynamoCatalog;
import io.countersign.aws.table.DynamoChecks;
import io.countersign.aws.table.DynamoConditions;
import io.countersign.aws.table.DynamoDeliveries;
import io.countersign.aws.table.DynamoDue;
import io.countersign.aws.table.DynamoJournal;
import io.countersign.aws.table.DynamoNeighbours;
import io.countersign.aws.table.DynamoOutbox;
import io.countersign.aws.table.DynamoPostings;
import io.countersign.aws.table.DynamoRegistry;
import io.countersign.aws.table.DynamoRounds;
import io.countersign.aws.table.DynamoStandings;
import io.countersign.aws.table.DynamoStore;
import io.countersign.aws.table.DynamoSyncs;
import io.countersign.aws.table.DynamoWaitingLists;
import io.countersign.aws.table.DynamoWritten;
import io.countersign.aws.table.Table;
import io.countersign.bypass.BypassDoor;
import io.countersign.channel.Conditions;
import io.countersign.faults.aws.Cloud;
import io.countersign.faults.aws.Line;
import io.countersign.faults.aws.Wire;
import io.countersign.link.Ballots;
import io.countersign.merging.MergeDoor;
import io.countersign.notify.NotifyDoor;
import io.countersign.notify.chat.Chat;
import io.countersign.notify.chat.ChatServer;
import io.countersign.outbox.Bus;
import io.countersign.query.QueryDoor;
import io.countersign.relay.RelayDoor;
import io.countersign.revision.RequestId;
import io.countersign.submit.SubmitDoor;
import io.countersign.sync.SyncDoor;
import io.countersign.tick.TickDoor;
import io.countersign.vault.Credentials;
import io.countersign.vote.VoteDoor;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The real handlers over the real adapters, with a table of its own, on a clock that can be put
 * forward.
 */
public final class Deployment implements AutoCloseable {
  private static final AtomicInteger COUNT = new AtomicInteger();

  public final Cloud cloud;
  public final DynamoStore store;
  public final SecretsManagerProposals proposals;
  public final RequestStreamHandler submit;
  public final RequestStreamHandler vote;
  public final RequestStreamHandler bypass;
  public final RequestStreamHandler merge;
  public final RequestStreamHandler query;
  public final RequestStreamHandler admin;
  public final RequestStreamHandler relay;
  public final RequestStreamHandler notify;
  public final RequestStreamHandler sync;
  public final RequestStreamHandler tick;
  public final Ballots ballots;
  public final ChatServer chats = new ChatServer();
  public final Conditions conditions;
  final Credentials credentials;
  final DynamoRegistry registry;
  private final String name;
  private Given.@Nullable Ground ground;
  private Duration ahead = Duration.ZERO;

  private Deployment(Cloud cloud, String name) {
    this.cloud = cloud;
    this.name = name;
    InstantSource clock = () -> Instant.now().plus(ahead);
    Table table = new Table(cloud.table, name);
    store = new DynamoStore(table, clock);
    registry = new DynamoRegistry(table);
    proposals = new SecretsManagerProposals(cloud.secrets, name + "/pending/");
    Started started = new Started(() -> new DynamoStore(table, clock));
    DynamoOutbox outbox = new DynamoOutbox(table);
    DynamoWaitingLists lists = new DynamoWaitingLists(table);
    DynamoNeighbours neighbours = new DynamoNeighbours(table);
    SecretsManagerVault vault = new SecretsManagerVault(cloud.secrets, clock);
    KmsFingerprint fingerprint = new KmsFingerprint(cloud.keys, cloud.key());
    SesMailer mailer = new SesMailer(cloud.mails, Cloud.SENDER, Cloud.CONFIGURATION_SET);
    SsmParameters parameters = new SsmParameters(cloud.parameters);
    DynamoRounds rounds = new DynamoRounds(table);
    ReminderQueue reminders = new ReminderQueue(cloud.queues, cloud.queue());
    SyncQueue syncs = new SyncQueue(cloud.queues, cloud.queue());
    MergeQueue queue = new MergeQueue(cloud.queues, cloud.queue());
    Bus bus = EventBridgeBus.of(cloud.events, Cloud.BUS);
    conditions = new DynamoConditions(table);
    credentials = new SecretsManagerCredentials(cloud.secrets, name + "/channels/");
    Chat chat =
        new Chat(
            new DynamoPostings(table), conditions, credentials, new Line(chats), chats.address());
    submit =
        Wire.of(
            "Submit", SubmitDoor.handler(started, neighbours, vault, proposals, fingerprint::of));
    ballots = new DynamoBallots(table);
    vote = Wire.of("Vote", VoteDoor.handler(started, ballots));
    bypass = Wire.of("Bypass", BypassDoor.handler(started));
    merge =
        Wire.of(
            "Merge",
            MergeDoor.handler(started, registry::prefixes, vault, proposals, new InOrder(), clock));
    query =
        Wire.of(
            "Query",
            QueryDoor.handler(
                table, store, new SecretsManagerInventory(cloud.secrets), vault, proposals));
    admin =
        Wire.of(
            "Admin", AdminDoor.handler(started, registry, new DynamoJournal(table), neighbours));
    relay = Wire.of("Relay", RelayDoor.handler(started, lists, outbox, bus));
    notify =
        Wire.of(
            "Notify",
            NotifyDoor.handler(
                started,
                outbox,
                new DynamoDeliveries(table),
                rounds,
                ballots,
                mailer,
                chat,
                syncs::pass,
                clock));
    sync =
        Wire.of(
            "Sync",
            SyncDoor.handler(
                new SyncDoor.Kept(
                    store,
                    new DynamoCatalog(table),
                    new DynamoStandings(table),
                    new DynamoSyncs(table),
                    new DynamoChecks(table),
                    parameters,
                    new DynamoWritten(table),
                    credentials),
                vault,
                new SecretsManagerInventory(cloud.secrets),
                syncs,
                clock));
    tick =
        Wire.of(
            "Tick",
            TickDoor.handler(
                new DynamoDue(table),
                store,
                queue,
                outbox,
                lists,
                bus,
                proposals,
                rounds,
                reminders,
                new DynamoStandings(table),
                syncs,
                clock));
  }

  /** A new one, with the people and rules of {@link Setting}. */
  public static Deployment in(Cloud cloud) {
    String name = "faults-" + COUNT.incrementAndGet();
    cloud.make(name);
    Deployment deployment = new Deployment(cloud, name);
    Setting.in(deployment);
    return deployment;
  }

  /** What requests that are there before rest on; read once. */
  Given.Ground ground() {
    Given.Ground present = ground;
    if (present == null) {
      present = new Given.Ground(this);
      ground = present;
    }
    return present;
  }

  /** What its table holds of requests. */
  public Contents contents() {
    return Contents.of(cloud.table, name);
  }

  /** Takes a request away, as if it had never been. */
  public void forget(RequestId request) {
    cloud.table.deleteItem(
        delete ->
            delete
                .tableName(name)
                .key(
                    Map.of(
                        "pk", AttributeValue.fromS("CR#" + request),
                        "sk", AttributeValue.fromS("STATE"))));
  }

  /** Puts the clock so far ahead of the real one. */
  public void ahead(Duration time) {
    ahead = time;
  }

  /** How far the clock is ahead of the real one. */
  public Duration ahead() {
    return ahead;
  }

  @Override
  public void close() {
    chats.close();
  }
}
