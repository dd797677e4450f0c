package io.countersign.query;

import io.countersign.aws.client.Clients;
import io.countersign.aws.secrets.SecretsManagerInventory;
import io.countersign.aws.secrets.SecretsManagerProposals;
import io.countersign.aws.secrets.SecretsManagerVault;
import io.countersign.aws.table.DynamoBallots;
import io.countersign.aws.table.DynamoCatalog;
import io.countersign.aws.table.DynamoChecks;
import io.countersign.aws.table.DynamoConditions;
import io.countersign.aws.table.DynamoDeliveries;
import io.countersign.aws.table.DynamoJournal;
import io.countersign.aws.table.DynamoNeighbours;
import io.countersign.aws.table.DynamoPostings;
import io.countersign.aws.table.DynamoRegistry;
import io.countersign.aws.table.DynamoStandings;
import io.countersign.aws.table.DynamoStore;
import io.countersign.aws.table.DynamoSyncs;
import io.countersign.aws.table.DynamoTrail;
import io.countersign.aws.table.Table;
import io.countersign.channel.Conditions;
import io.countersign.destination.Checks;
import io.countersign.destination.Standings;
import io.countersign.edge.command.Overlapping;
import io.countersign.edge.command.Pauses;
import io.countersign.edge.http.MachineClients;
import io.countersign.edge.http.Router;
import io.countersign.edge.start.Settings;
import io.countersign.edge.start.Snapshot;
import io.countersign.link.Ballots;
import io.countersign.query.audit.AuditExport;
import io.countersign.query.documents.DocumentList;
import io.countersign.query.list.Counts;
import io.countersign.query.list.Grants;
import io.countersign.query.list.RequestList;
import io.countersign.query.reading.Reader;
import io.countersign.query.reveal.DocumentReveal;
import io.countersign.query.reveal.Managed;
import io.countersign.query.reveal.RequestReveal;
import io.countersign.query.reveal.Values;
import io.countersign.store.Catalog;
import io.countersign.store.Contention;
import io.countersign.store.Journal;
import io.countersign.store.Neighbours;
import io.countersign.store.Registry;
import io.countersign.store.Store;
import io.countersign.store.Trail;
import io.countersign.vault.Inventory;
import io.countersign.vault.Proposals;
import io.countersign.vault.Vault;
import io.countersign.wire.Unsealing;
import java.time.InstantSource;
import java.util.Map;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** Puts the function together from its environment. */
final class Wiring {
  private Wiring() {}

  static Router router() {
    Snapshot.before(Clients::warm);
    Settings settings = new Settings(System.getenv());
    Table table = Table.of(settings.text("TABLE"));
    SecretsManagerClient secrets = Clients.build(SecretsManagerClient.builder());
    return router(
            new Tables(
                new DynamoStore(table, InstantSource.system()),
                new DynamoRegistry(table),
                new DynamoCatalog(table),
                new DynamoTrail(table),
                new DynamoNeighbours(table),
                new DynamoJournal(table),
                new DynamoConditions(table),
                new DynamoStandings(table),
                new DynamoChecks(table),
                new DynamoBallots(table)),
            new Traces(
                new DynamoDeliveries(table), new DynamoPostings(table), new DynamoSyncs(table)),
            new Secrets(
                new SecretsManagerInventory(secrets),
                new SecretsManagerVault(secrets, InstantSource.system()),
                new SecretsManagerProposals(secrets, settings.text("PENDING_PREFIX"))))
        .knowing(MachineClients.of(settings.listOrEmpty("MACHINE_CLIENT_IDS")));
  }

  /** What is read of the table. */
  record Tables(
      Store store,
      Registry registry,
      Catalog catalog,
      Trail trail,
      Neighbours neighbours,
      Journal journal,
      Conditions conditions,
      Standings standings,
      Checks checks,
      Ballots ballots) {}

  /** What is read of Secrets Manager. */
  record Secrets(Inventory inventory, Vault vault, Proposals proposals) {}

  static Router router(Tables tables, Traces traces, Secrets secrets) {
    Store store = tables.store();
    Registry registry = tables.registry();
    InstantSource clock = InstantSource.system();
    Reader reader = new Reader(store, registry);
    Me me = new Me(store, registry, reader);
    People people = new People(reader, clock);
    Machines machines = new Machines(reader);
    Policies policies = new Policies(reader, store, registry);
    Roles roles = new Roles(reader);
    Channels channels = new Channels(reader, store, tables.conditions());
    Destinations destinations =
        new Destinations(reader, store, tables.standings(), tables.checks());
    Projects projects = new Projects(reader, store);
    AuditExport audit = new AuditExport(reader, store, tables.trail(), tables.journal());
    RequestList list = new RequestList(reader, store, tables.catalog(), clock);
    Grants grants = new Grants(reader, store, tables.catalog(), clock);
    Counts counts = new Counts(reader, store, registry, tables.catalog(), clock);
    Managed managed = new Managed(secrets.vault());
    RequestPage page =
        new RequestPage(
            store,
            tables.catalog(),
            new Overlapping(tables.neighbours()),
            traces,
            new Moved(managed),
            new Impact(store, tables.catalog(), secrets.inventory()),
            clock);
    DocumentList documents =
        new DocumentList(
            reader, store, tables.catalog(), tables.neighbours(), secrets.inventory(), managed);
    Contention contention = Pauses.contention();
    DocumentReveal document =
        new DocumentReveal(store, tables.journal(), managed, clock, contention);
    RequestReveal proposal =
        new RequestReveal(
            store, new Values(new Unsealing(secrets.proposals()), managed), clock, contention);
    LinkPage link = new LinkPage(store, tables.ballots(), clock);
    String project = "GET /v1/projects/{project}";
    String request = "GET /v1/change-requests/{id}";
    return new Router(
        Map.ofEntries(
            Map.entry("GET /healthz", me::health),
            Map.entry("GET /v1/me", me::me),
            Map.entry("GET /v1/people", people::people),
            Map.entry("GET /v1/people/{person}", people::person),
            Map.entry("GET /v1/machines", machines::list),
            Map.entry("GET /v1/machines/{machine}", machines::one),
            Map.entry("GET /v1/bootstrap", me::bootstrap),
            Map.entry("GET /v1/joins", people::joins),
            Map.entry("GET /v1/groups", people::groups),
            Map.entry("GET /v1/groups/{group}", people::group),
            Map.entry("GET /v1/projects", projects::projects),
            Map.entry(project, projects::project),
            Map.entry(project + "/governance", new Governing(reader, store)::of),
            Map.entry(project + "/environments", projects::environments),
            Map.entry(project + "/environments/{environment}", projects::environment),
            Map.entry(project + "/environments/{environment}/documents", documents::list),
            Map.entry(project + "/bindings", projects::bindings),
            Map.entry(project + "/bindings/{binding}", projects::binding),
            Map.entry(project + "/roles", roles::list),
            Map.entry(project + "/roles/{role}", roles::one),
            Map.entry(project + "/destinations", destinations::list),
            Map.entry(project + "/destinations/{destination}", destinations::one),
            Map.entry(project + "/destinations/{destination}/syncs", destinations::syncs),
            Map.entry(project + "/channels", channels::list),
            Map.entry(project + "/channels/{channel}", channels::one),
            Map.entry(project + "/policies", policies::list),
            Map.entry(project + "/policies/effective", policies::effective),
            Map.entry(project + "/policies/{policy}", policies::one),
            Map.entry(project + "/policies/{policy}/versions", policies::versions),
            Map.entry("GET /v1/audit", audit::export),
            Map.entry("GET /v1/change-requests", list::list),
            Map.entry("GET /v1/change-requests/counts", counts::count),
            Map.entry("GET /v1/grants", grants::list),
            Map.entry(request, page::one),
            Map.entry(request + "/revisions/{digest}", page::revision),
            Map.entry(request + "/events", page::events),
            Map.entry(request + "/timeline", page::timeline),
            Map.entry(request + "/moved", page::moved),
            Map.entry(request + "/impact", page::impact),
            Map.entry(request + "/syncs", page::syncs),
            Map.entry(request + "/deliveries", page::deliveries),
            Map.entry("POST /v1/links/inspect", link::inspect),
            Map.entry("POST /v1/change-requests/{id}/reveal", proposal::reveal),
            Map.entry(
                "POST /v1/projects/{project}/environments/{environment}/documents/reveal",
                document::reveal)));
  }
}
