package io.countersign.aws.secrets;

import io.countersign.vault.Vault;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** The versions of a managed secret, those without a label included. */
record Versions(SecretsManagerClient client, String arn, InstantSource clock) {
  private static final int PAGE = 100;

  /** How long AWS keeps every version, however many there are. */
  private static final Duration KEPT = Duration.ofDays(1);

  boolean crowded() {
    Instant since = clock.instant().minus(KEPT);
    try {
      return client
              .listSecretVersionIdsPaginator(
                  list -> list.secretId(arn).includeDeprecated(true).maxResults(PAGE))
              .stream()
              .flatMap(page -> page.versions().stream())
              .filter(each -> each.createdDate().isAfter(since))
              .limit(Vault.MOST_YOUNG + 1)
              .count()
          > Vault.MOST_YOUNG;
    } catch (ResourceNotFoundException e) {
      return false;
    }
  }
}
