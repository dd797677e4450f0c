package io.countersign.aws.secrets;

import io.countersign.vault.Inventory;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.Filter;
import software.amazon.awssdk.services.secretsmanager.model.FilterNameStringType;
import software.amazon.awssdk.services.secretsmanager.model.ListSecretsResponse;
import software.amazon.awssdk.services.secretsmanager.model.SecretListEntry;

/** The names of secrets in AWS: one request for each hundred of them. */
public final class SecretsManagerInventory implements Inventory {
  private static final int PAGE = 100;

  private final SecretsManagerClient client;

  public SecretsManagerInventory(SecretsManagerClient client) {
    this.client = client;
  }

  @Override
  public @Nullable SortedMap<String, Instant> under(String beginning) {
    return Calls.call("ListSecrets", () -> listed(beginning));
  }

  private @Nullable SortedMap<String, Instant> listed(String beginning) {
    SortedMap<String, Instant> names = new TreeMap<>();
    Filter below = Filter.builder().key(FilterNameStringType.NAME).values(beginning).build();
    for (ListSecretsResponse page :
        client.listSecretsPaginator(list -> list.filters(below).maxResults(PAGE))) {
      for (SecretListEntry entry : page.secretList()) {
        if (entry.name().startsWith(beginning) && entry.deletedDate() == null) {
          Instant changed = entry.lastChangedDate();
          names.put(entry.name(), changed == null ? entry.createdDate() : changed);
        }
      }
      if (names.size() > MOST) {
        return null;
      }
    }
    return names;
  }
}
