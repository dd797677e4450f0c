package io.countersign.submit;

import io.countersign.aws.client.Clients;
import io.countersign.aws.keys.KmsFingerprint;
import io.countersign.aws.secrets.SecretsManagerProposals;
import io.countersign.aws.secrets.SecretsManagerVault;
import io.countersign.aws.table.DynamoNeighbours;
import io.countersign.aws.table.DynamoStore;
import io.countersign.aws.table.Table;
import io.countersign.edge.command.Commands;
import io.countersign.edge.command.Overlapping;
import io.countersign.edge.command.Pauses;
import io.countersign.edge.command.Submitted;
import io.countersign.edge.http.MachineClients;
import io.countersign.edge.http.Router;
import io.countersign.edge.start.Settings;
import io.countersign.edge.start.Snapshot;
import io.countersign.store.Neighbours;
import io.countersign.store.Store;
import io.countersign.vault.Proposals;
import io.countersign.vault.Vault;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** Puts the function together from its environment. */
final class Wiring {
  private Wiring() {}

  static Router router() {
    Snapshot.before(Clients::warm);
    Settings settings = new Settings(System.getenv());
    SecretsManagerClient secrets = Clients.build(SecretsManagerClient.builder());
    KmsFingerprint fingerprint =
        new KmsFingerprint(Clients.build(KmsClient.builder()), settings.text("MAC_KEY"));
    Table table = Table.of(settings.text("TABLE"));
    return router(
            new DynamoStore(table, InstantSource.system()),
            new DynamoNeighbours(table),
            new SecretsManagerVault(secrets, InstantSource.system()),
            new SecretsManagerProposals(secrets, settings.text("PENDING_PREFIX")),
            fingerprint::of)
        .knowing(MachineClients.of(settings.listOrEmpty("MACHINE_CLIENT_IDS")));
  }

  static Router router(
      Store store,
      Neighbours neighbours,
      Vault vault,
      Proposals proposals,
      UnaryOperator<String> bodyHash) {
    InstantSource clock = InstantSource.system();
    Submitted submitted = new Submitted(new Overlapping(neighbours), clock);
    Values values = new Values(proposals, SecureRandom::new);
    Making making = new Making(store, new Documents(vault), values, submitted, clock);
    Submitting submitting = new Submitting(store, making, submitted, Pauses.contention(), bodyHash);
    Revising revising =
        new Revising(store, making, submitted, clock, Pauses.contention(), bodyHash);
    AccessRequests access =
        new AccessRequests(store, neighbours, submitted, clock, Pauses.contention());
    Conversation conversation =
        new Conversation(new Commands(store, clock, Pauses.contention()), store);
    return new Router(
        Map.of(
            Submitting.ROUTE, submitting::submit,
            Reverting.ROUTE, new Reverting(store, submitting)::revert,
            Revising.ROUTE, revising::revise,
            AccessRequests.ASK, access::ask,
            AccessRequests.REVISE, access::revise,
            Conversation.COMMENT, conversation::comment,
            Conversation.WITHDRAW, conversation::withdraw));
  }
}
