package io.countersign.sync;

import io.countersign.aws.client.Clients;
import io.countersign.aws.parameters.SsmParameters;
import io.countersign.aws.secrets.SecretsManagerVault;
import io.countersign.aws.table.DynamoStore;
import io.countersign.aws.table.DynamoSyncs;
import io.countersign.aws.table.DynamoWritten;
import io.countersign.aws.table.Table;
import io.countersign.destination.Parameters;
import io.countersign.destination.Syncs;
import io.countersign.destination.Written;
import io.countersign.edge.start.Settings;
import io.countersign.edge.start.Snapshot;
import io.countersign.name.SecretPrefix;
import io.countersign.store.Store;
import java.time.InstantSource;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/** Puts the function together from its environment. */
final class Wiring {
  private Wiring() {}

  static Pushes pushes() {
    Snapshot.before(Clients::warm);
    Settings settings = new Settings(System.getenv());
    InstantSource clock = InstantSource.system();
    Table table = Table.of(settings.text("TABLE"));
    return pushes(
        new DynamoStore(table, clock),
        new SecretsManagerVault(
                Clients.build(SecretsManagerClient.builder()), InstantSource.system())
            ::read,
        new SsmParameters(Clients.build(SsmClient.builder())),
        new DynamoWritten(table),
        new DynamoSyncs(table),
        new Scope(
            settings.list("MANAGED_PREFIXES").stream().map(SecretPrefix::new).toList(),
            settings.list("MANAGED_PARAMETERS")),
        clock);
  }

  static Pushes pushes(
      Store store,
      Secrets secrets,
      Parameters parameters,
      Written written,
      Syncs syncs,
      Scope scope,
      InstantSource clock) {
    Push push = new Push(secrets, new Overwriting(parameters, written, scope), scope);
    return new Pushes(store, push, syncs, clock);
  }
}
