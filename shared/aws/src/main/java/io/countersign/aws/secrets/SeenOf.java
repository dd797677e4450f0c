package io.countersign.aws.secrets;

import io.countersign.vault.Seen;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.InvalidRequestException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/**
 * Reads a managed secret. All labels come from one answer, and the text from the version that it
 * names, which never changes: so the whole was true at one moment.
 */
record SeenOf(SecretsManagerClient client) {
  private static final int LOOKS = 3;

  Seen read(String secretName) {
    return read(secretName, LOOKS);
  }

  private Seen read(String secretName, int looks) {
    Described secret = Described.find(client, secretName);
    if (secret == null) {
      return new Seen.Missing();
    }
    if (secret.awaitsDeletion()) {
      return new Seen.Deleted(secret.arn(), secret.current());
    }
    String current = secret.current();
    if (current == null) {
      return new Seen.Missing();
    }
    try {
      return present(secret, current);
    } catch (ResourceNotFoundException | InvalidRequestException e) {
      // Deleted, or its version dropped, between the two calls: look again.
      if (looks == 1) {
        throw e;
      }
      return read(secretName, looks - 1);
    }
  }

  private Seen present(Described secret, String current) {
    return new Seen.Present(
        secret.arn(),
        current,
        secret.previous(),
        client.getSecretValue(get -> get.secretId(secret.arn()).versionId(current)).secretString(),
        hindrance(secret, current));
  }

  private Seen.@Nullable Hindrance hindrance(Described secret, String current) {
    if (secret.secret().owningService() != null) {
      return Seen.Hindrance.MANAGED;
    }
    String primary = secret.secret().primaryRegion();
    if (primary != null && !primary.equals(client.serviceClientConfiguration().region().id())) {
      return Seen.Hindrance.REPLICA;
    }
    String pending = secret.holder("AWSPENDING");
    return pending != null && !pending.equals(current) ? Seen.Hindrance.ROTATING : null;
  }
}
