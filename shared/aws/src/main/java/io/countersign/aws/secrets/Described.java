package io.countersign.aws.secrets;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretResponse;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** A secret without its content: what {@code DescribeSecret} tells of it at one moment. */
record Described(DescribeSecretResponse secret) {
  /** The secret of this name or ARN, or null. */
  static @Nullable Described find(SecretsManagerClient client, String secretId) {
    return Calls.call(
        "DescribeSecret",
        () -> {
          try {
            return new Described(client.describeSecret(describe -> describe.secretId(secretId)));
          } catch (ResourceNotFoundException e) {
            return null;
          }
        });
  }

  String arn() {
    return secret.arn();
  }

  boolean awaitsDeletion() {
    return secret.deletedDate() != null;
  }

  /** The current version, or null when the secret never had one. */
  @Nullable String current() {
    return holder(Calls.CURRENT);
  }

  @Nullable String previous() {
    return holder("AWSPREVIOUS");
  }

  /** The version that a label is on, or null. */
  @Nullable String holder(String label) {
    return secret.versionIdsToStages().entrySet().stream()
        .filter(each -> each.getValue().contains(label))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }
}
