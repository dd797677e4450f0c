package io.countersign.merging;

import io.countersign.aws.client.Clients;
import io.countersign.aws.secrets.SecretsManagerProposals;
import io.countersign.aws.secrets.SecretsManagerVault;
import io.countersign.aws.table.DynamoRegistry;
import io.countersign.aws.table.DynamoStore;
import io.countersign.aws.table.Table;
import io.countersign.edge.command.Pauses;
import io.countersign.edge.command.RuledCommands;
import io.countersign.edge.http.MachineClients;
import io.countersign.edge.start.Settings;
import io.countersign.edge.start.Snapshot;
import io.countersign.merge.Abreast;
import io.countersign.project.Prefixes;
import io.countersign.store.Contention;
import io.countersign.store.Store;
import io.countersign.vault.Proposals;
import io.countersign.vault.Vault;
import java.time.InstantSource;
import java.util.function.Supplier;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** Puts the function together from its environment. */
final class Wiring {
  private Wiring() {}

  static MergeFunction function() {
    Snapshot.before(Clients::warm);
    Settings settings = new Settings(System.getenv());
    Table table = Table.of(settings.text("TABLE"));
    SecretsManagerClient secrets = Clients.build(SecretsManagerClient.builder());
    return function(
            new DynamoStore(table, InstantSource.system()),
            new DynamoRegistry(table)::prefixes,
            new SecretsManagerVault(secrets, InstantSource.system()),
            new SecretsManagerProposals(secrets, settings.text("PENDING_PREFIX")))
        .knowing(MachineClients.of(settings.listOrEmpty("MACHINE_CLIENT_IDS")));
  }

  static MergeFunction function(
      Store store, Supplier<Prefixes> prefixes, Vault vault, Proposals proposals) {
    return function(store, prefixes, vault, proposals, new Threads(), InstantSource.system());
  }

  static MergeFunction function(
      Store store,
      Supplier<Prefixes> prefixes,
      Vault vault,
      Proposals proposals,
      Abreast abreast,
      InstantSource clock) {
    Carrying carrying = new Carrying(vault, proposals, abreast);
    Contention contention = Pauses.contention();
    Ledgers ledgers = new Ledgers(store, clock, contention);
    Planning planning = new Planning(store, prefixes, carrying, ledgers);
    Following following = new Following(carrying, ledgers, clock);
    Automatic automatic = new Automatic(store, planning, clock);
    return new MergeFunction(
        new Starting(
            new Reception(new RuledCommands(store, contention)),
            following,
            planning,
            new MergeAnswer(store),
            clock),
        new Resuming(store, following, automatic, contention),
        MachineClients.NONE);
  }
}
