package io.countersign.aws.secrets;

import io.countersign.vault.Seen;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretResponse;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** Reads a managed secret: what it is, which version is current, and that version's text. */
record SeenOf(SecretsManagerClient client) {
  private static final String PREVIOUS = "AWSPREVIOUS";
  private static final String PENDING = "AWSPENDING";

  Seen read(String secretName) {
    DescribeSecretResponse secret;
    try {
      secret = client.describeSecret(describe -> describe.secretId(secretName));
    } catch (ResourceNotFoundException e) {
      return new Seen.Missing();
    }
    if (secret.deletedDate() != null) {
      return new Seen.Deleted(secret.arn());
    }
    try {
      GetSecretValueResponse value =
          client.getSecretValue(get -> get.secretId(secret.arn()).versionStage(Calls.CURRENT));
      return new Seen.Present(
          secret.arn(),
          value.versionId(),
          SecretsManagerVault.holder(secret, PREVIOUS),
          value.secretString(),
          hindrance(secret, value.versionId()));
    } catch (ResourceNotFoundException e) {
      // Deleted since, or created by somebody without any version.
      return new Seen.Missing();
    }
  }

  private Seen.@Nullable Hindrance hindrance(DescribeSecretResponse secret, String current) {
    if (secret.owningService() != null) {
      return Seen.Hindrance.MANAGED;
    }
    String region = client.serviceClientConfiguration().region().id();
    if (secret.primaryRegion() != null && !secret.primaryRegion().equals(region)) {
      return Seen.Hindrance.REPLICA;
    }
    String pending = SecretsManagerVault.holder(secret, PENDING);
    return pending != null && !pending.equals(current) ? Seen.Hindrance.ROTATING : null;
  }
}
