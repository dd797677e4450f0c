package io.countersign.sync;

import io.countersign.aws.bus.SyncQueue;
import io.countersign.aws.client.Clients;
import io.countersign.aws.container.EcsServices;
import io.countersign.aws.container.EksTokens;
import io.countersign.aws.parameters.SsmParameters;
import io.countersign.aws.secrets.SecretsManagerCredentials;
import io.countersign.aws.secrets.SecretsManagerInventory;
import io.countersign.aws.secrets.SecretsManagerVault;
import io.countersign.aws.table.DynamoCatalog;
import io.countersign.aws.table.DynamoChecks;
import io.countersign.aws.table.DynamoStandings;
import io.countersign.aws.table.DynamoStore;
import io.countersign.aws.table.DynamoSyncs;
import io.countersign.aws.table.DynamoWritten;
import io.countersign.aws.table.Table;
import io.countersign.aws.web.HttpPoster;
import io.countersign.destination.Checks;
import io.countersign.destination.Lane;
import io.countersign.destination.Reach;
import io.countersign.destination.Standings;
import io.countersign.destination.Syncs;
import io.countersign.edge.command.Pauses;
import io.countersign.edge.start.Settings;
import io.countersign.edge.start.Snapshot;
import io.countersign.name.SecretPrefix;
import io.countersign.outbox.EventLog;
import io.countersign.project.Sink;
import io.countersign.store.Store;
import io.countersign.sync.cluster.Clusters;
import io.countersign.sync.cluster.ExternalSecrets;
import io.countersign.sync.cluster.KubernetesSecrets;
import io.countersign.sync.cluster.Logins;
import io.countersign.sync.ecs.Redeployments;
import io.countersign.sync.parameters.Overwriting;
import io.countersign.sync.webhook.Webhooks;
import io.countersign.vault.Credentials;
import io.countersign.vault.Inventory;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/** Puts the function together from its environment. */
final class Wiring {
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration ANSWER = Duration.ofSeconds(10);

  private Wiring() {}

  static SyncHandler.Work work() {
    Snapshot.before(Clients::warm);
    Settings settings = new Settings(System.getenv());
    InstantSource clock = InstantSource.system();
    Table table = Table.of(settings.text("TABLE"));
    SecretsManagerClient secrets = Clients.build(SecretsManagerClient.builder());
    Reach reach = new Reach(settings.listOrEmpty("PRIVATE_TARGETS"));
    Credentials credentials =
        new SecretsManagerCredentials(secrets, settings.text("DESTINATIONS_PREFIX"));
    Clusters clusters =
        new Clusters(
            new Logins(
                credentials,
                new EksTokens(
                    DefaultCredentialsProvider.builder().build(), settings.text("AWS_REGION"))),
            reach);
    Webhooks webhooks =
        new Webhooks(new HttpPoster(CONNECT, ANSWER, reach), credentials, reach, clock);
    Overwriting parameters =
        new Overwriting(
            new SsmParameters(Clients.build(SsmClient.builder())),
            new DynamoWritten(table),
            settings.list("MANAGED_PARAMETERS"));
    return work(
        new Stored(
            new DynamoStore(table, clock),
            new DynamoCatalog(table),
            new DynamoStandings(table),
            new DynamoSyncs(table),
            new DynamoChecks(table)),
        new Managed(
            new SecretsManagerVault(secrets, clock)::read,
            new SecretsManagerInventory(secrets),
            settings.list("MANAGED_PREFIXES").stream().map(SecretPrefix::new).toList()),
        new Ways(
            webhooks,
            Map.of(
                Sink.Kind.SSM, parameters,
                Sink.Kind.WEBHOOK, webhooks,
                Sink.Kind.KUBERNETES, new KubernetesSecrets(clusters),
                Sink.Kind.EXTERNAL_SECRETS, new ExternalSecrets(clusters),
                Sink.Kind.ECS,
                    new Redeployments(new EcsServices(Clients.build(EcsClient.builder()))))),
        new SyncQueue(Clients.build(SqsClient.builder()), settings.text("SYNC_QUEUE")),
        clock);
  }

  /** What is kept in the table. */
  record Stored(Store store, EventLog log, Standings standings, Syncs syncs, Checks checks) {}

  /** What may be read of what is managed. */
  record Managed(Secrets secrets, Inventory inventory, List<SecretPrefix> prefixes) {}

  /**
   * How destinations are reached.
   *
   * @param abreast what runs several at once
   */
  record Ways(
      Webhooks webhooks, Map<Sink.Kind, Connector> connectors, Supplier<ExecutorService> abreast) {
    /** Each by a thread of its own. */
    Ways(Webhooks webhooks, Map<Sink.Kind, Connector> connectors) {
      this(webhooks, connectors, Executors::newVirtualThreadPerTaskExecutor);
    }
  }

  static SyncHandler.Work work(
      Stored stored,
      Managed managed,
      Ways ways,
      BiConsumer<Lane, Duration> wake,
      InstantSource clock) {
    Store store = stored.store();
    Push push = new Push(store, managed.secrets(), managed.prefixes(), ways.connectors());
    Carrier carrier =
        new Carrier(
            push,
            new News(stored.log(), ways.webhooks()),
            stored.standings(),
            stored.syncs(),
            new Failures(store, stored.log(), clock, Pauses.contention()),
            clock);
    return new SyncHandler.Work(
        new Intake(store, stored.standings(), stored.syncs(), managed.inventory(), wake, clock),
        new Drain(store, stored.standings(), carrier, wake, ways.abreast(), clock),
        new Checking(store, push, stored.checks()));
  }
}
