package io.countersign.admin;

import io.countersign.aws.bus.EventBridgeBus;
import io.countersign.aws.bus.NotifyQueue;
import io.countersign.aws.bus.SyncQueue;
import io.countersign.aws.client.Clients;
import io.countersign.aws.secrets.BootstrapCode;
import io.countersign.aws.secrets.SecretsManagerCredentials;
import io.countersign.aws.table.DynamoChecks;
import io.countersign.aws.table.DynamoConditions;
import io.countersign.aws.table.DynamoJournal;
import io.countersign.aws.table.DynamoNeighbours;
import io.countersign.aws.table.DynamoRegistry;
import io.countersign.aws.table.DynamoStore;
import io.countersign.aws.table.DynamoTrail;
import io.countersign.aws.table.Table;
import io.countersign.destination.Reach;
import io.countersign.edge.command.Overlapping;
import io.countersign.edge.command.Pauses;
import io.countersign.edge.command.Submitted;
import io.countersign.edge.http.MachineClients;
import io.countersign.edge.http.Router;
import io.countersign.edge.start.Settings;
import io.countersign.edge.start.Snapshot;
import io.countersign.name.SecretPrefix;
import io.countersign.store.Contention;
import io.countersign.store.Journal;
import io.countersign.store.Neighbours;
import io.countersign.store.Registry;
import io.countersign.store.Store;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Puts the function together from its environment. */
final class Wiring {
  private Wiring() {}

  static Router router() {
    Snapshot.before(Clients::warm);
    Settings settings = new Settings(System.getenv());
    SecretsManagerClient secrets = Clients.build(SecretsManagerClient.builder());
    Table table = Table.of(settings.text("TABLE"));
    SqsClient sqs = Clients.build(SqsClient.builder());
    SyncQueue syncs = new SyncQueue(sqs, settings.text("SYNC_QUEUE"));
    BootstrapCode code = new BootstrapCode(secrets, settings.text("BOOTSTRAP_SECRET"));
    return router(
            new DynamoStore(table, InstantSource.system()),
            new DynamoRegistry(table),
            new DynamoJournal(table),
            new DynamoNeighbours(table),
            code::read,
            new Managed(
                settings.list("MANAGED_PREFIXES").stream().map(SecretPrefix::new).toList(),
                List.of(
                    new SecretPrefix(settings.text("PENDING_PREFIX")),
                    new SecretPrefix(settings.text("CHANNELS_PREFIX")),
                    new SecretPrefix(settings.text("DESTINATIONS_PREFIX"))),
                settings.listOrEmpty("SECRET_KEY_ARNS")),
            new Destinations.Delivery(
                new SecretsManagerCredentials(secrets, settings.text("DESTINATIONS_PREFIX")),
                new DestinationBody.Limits(
                    settings.list("MANAGED_PARAMETERS"),
                    new Reach(settings.listOrEmpty("PRIVATE_TARGETS")),
                    DestinationBody.Limits.clusters(settings.listOrEmpty("EKS_CLUSTERS"))),
                new DynamoChecks(table),
                syncs::check,
                syncs::everything),
            new Channels.Chat(
                new SecretsManagerCredentials(secrets, settings.text("CHANNELS_PREFIX")),
                new DynamoConditions(table),
                new NotifyQueue(sqs, settings.text("NOTIFY_QUEUE")),
                new Origins(settings.list("TEAMS_ORIGINS"))),
            new Replays.Past(
                new DynamoTrail(table),
                EventBridgeBus.replaying(
                    Clients.build(EventBridgeClient.builder()), settings.text("BUS"))))
        .knowing(MachineClients.of(settings.listOrEmpty("MACHINE_CLIENT_IDS")));
  }

  /**
   * What the deployment may manage.
   *
   * @param own places that it keeps for itself
   */
  record Managed(List<SecretPrefix> secrets, List<SecretPrefix> own, List<String> keys) {}

  static Router router(
      Store store,
      Registry registry,
      Journal journal,
      Neighbours neighbours,
      Supplier<@Nullable String> code,
      Managed managed,
      Destinations.Delivery delivery,
      Channels.Chat chat,
      Replays.Past past) {
    InstantSource clock = InstantSource.system();
    Contention contention = Pauses.contention();
    Asking asking =
        new Asking(store, neighbours, new Submitted(new Overlapping(neighbours), clock), clock);
    Writing writing = new Writing(store, registry, journal, asking, clock, contention);
    Channels channels = new Channels(chat, clock);
    Destinations destinations = new Destinations(delivery, clock);
    Changes changes = new Changes(changes(store, registry, managed, destinations, channels, clock));
    Map<String, Router.Route> routes = new HashMap<>();
    changes.each(
        (route, change) -> routes.put(route, http -> writing.write(http, change.of(http))));
    GovernanceRequests requests = new GovernanceRequests(changes, writing);
    routes.put(GovernanceRequests.ASK, requests::ask);
    routes.put(GovernanceRequests.REVISE, requests::revise);
    routes.put("POST /v1/bootstrap", new Bootstrap(store, registry, code, clock)::begin);
    routes.put("POST /v1/join", new Joins(store, registry, clock, contention)::ask);
    routes.put(
        "POST /v1/projects/{project}/channels/{channel}/test",
        http -> writing.write(http, channels.test(http)));
    routes.put(
        "POST /v1/projects/{project}/channels/{channel}/confirm",
        http -> writing.write(http, channels.confirm(http)));
    routes.put(
        "POST /v1/projects/{project}/destinations/{destination}/test",
        http -> writing.write(http, destinations.test(http)));
    routes.put(
        "POST /v1/projects/{project}/destinations/{destination}/sync",
        http -> writing.write(http, destinations.sync(http)));
    Replays replays = new Replays(store, past, clock);
    routes.put(
        "POST /v1/projects/{project}/replays", http -> writing.write(http, replays.replay(http)));
    return new Router(routes);
  }

  /** All that is governed, by the routes that change it. */
  private static Map<String, Changes.Change> changes(
      Store store,
      Registry registry,
      Managed managed,
      Destinations destinations,
      Channels channels,
      InstantSource clock) {
    Policies policies = new Policies(registry, SecureRandom::new);
    Bindings bindings = new Bindings();
    Subjects subjects = new Subjects(store);
    String project = "PUT /v1/projects/{project}";
    return Map.ofEntries(
        Map.entry("PUT /v1/people/{person}", new People(subjects)::put),
        Map.entry("PUT /v1/machines/{machine}", new Machines(subjects, clock)::put),
        Map.entry("PUT /v1/groups/{group}", new Groups()::put),
        Map.entry(project, new Projects()::put),
        Map.entry(project + "/environments/{environment}", new Environments(managed)::put),
        Map.entry(project + "/bindings/{binding}", bindings::put),
        Map.entry("DELETE /v1/projects/{project}/bindings/{binding}", bindings::delete),
        Map.entry(project + "/roles/{role}", new Roles()::put),
        Map.entry(project + "/destinations/{destination}", destinations::put),
        Map.entry(project + "/channels/{channel}", channels::put),
        Map.entry("POST /v1/projects/{project}/policies", policies::create),
        Map.entry(project + "/policies/{policy}", policies::put),
        Map.entry("DELETE /v1/projects/{project}/policies/{policy}", policies::delete));
  }
}
