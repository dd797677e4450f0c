package io.countersign.aws.secrets;

import io.countersign.vault.Proposals;
import java.time.Instant;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.Filter;
import software.amazon.awssdk.services.secretsmanager.model.FilterNameStringType;
import software.amazon.awssdk.services.secretsmanager.model.ListSecretsResponse;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import software.amazon.awssdk.services.secretsmanager.model.SecretListEntry;
import software.amazon.awssdk.services.secretsmanager.model.Tag;

/** Proposed values under the pending prefix. */
public final class SecretsManagerProposals implements Proposals {
  private static final Tag TAG = Tag.builder().key("countersign").value("proposed").build();

  private final SecretsManagerClient client;
  private final String prefix;

  /**
   * The proposals of a deployment.
   *
   * @param prefix ends in {@code /}
   */
  public SecretsManagerProposals(SecretsManagerClient client, String prefix) {
    this.client = client;
    this.prefix = prefix;
  }

  /** Never reads: whoever proposes may write here, and no more. */
  @Override
  public String write(String name, String token, String text) {
    Calls.atMost(LARGEST, text);
    // A secret that was there may come back with another version than the token's.
    return token.equals(created(name, token, text)) ? token : put(name, token, text);
  }

  /** The version of a new secret, or null when there is one of this name. */
  private @Nullable String created(String name, String token, String text) {
    return Calls.call(
        "CreateSecret",
        () -> {
          try {
            return client
                .createSecret(
                    create ->
                        create
                            .name(prefix + name)
                            .clientRequestToken(token)
                            .secretString(text)
                            .tags(TAG))
                .versionId();
          } catch (ResourceExistsException e) {
            return null;
          }
        });
  }

  private String put(String name, String token, String text) {
    return Calls.call(
        "PutSecretValue",
        () -> {
          try {
            return client
                .putSecretValue(
                    put -> put.secretId(prefix + name).clientRequestToken(token).secretString(text))
                .versionId();
          } catch (ResourceExistsException e) {
            throw new IllegalStateException("a token's version holds another text");
          }
        });
  }

  @Override
  public @Nullable String read(String name, String versionId) {
    return Calls.text(client, prefix + name, versionId);
  }

  @Override
  public void delete(Collection<String> names) {
    for (String name : names) {
      Calls.call(
          "DeleteSecret",
          () -> {
            try {
              return client.deleteSecret(
                  delete -> delete.secretId(prefix + name).forceDeleteWithoutRecovery(true));
            } catch (ResourceNotFoundException e) {
              return null;
            }
          });
    }
  }

  @Override
  public SortedMap<String, Instant> list() {
    return Calls.call(
        "ListSecrets",
        () -> {
          SortedMap<String, Instant> names = new TreeMap<>();
          Filter below = Filter.builder().key(FilterNameStringType.NAME).values(prefix).build();
          for (ListSecretsResponse page :
              client.listSecretsPaginator(list -> list.filters(below).maxResults(100))) {
            for (SecretListEntry entry : page.secretList()) {
              if (entry.name().startsWith(prefix)) {
                Instant changed = entry.lastChangedDate();
                names.put(
                    entry.name().substring(prefix.length()),
                    changed == null ? entry.createdDate() : changed);
              }
            }
          }
          return names;
        });
  }
}
