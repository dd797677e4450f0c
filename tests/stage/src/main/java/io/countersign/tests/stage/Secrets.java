package io.countersign.tests.stage;

import io.countersign.local.LocalStack;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.Filter;
import software.amazon.awssdk.services.secretsmanager.model.FilterNameStringType;
import software.amazon.awssdk.services.secretsmanager.model.InvalidParameterException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import software.amazon.awssdk.services.secretsmanager.model.SecretListEntry;

/** Secrets Manager, with the rights of somebody who does without Countersign. */
public final class Secrets {
  private final SecretsManagerClient client;

  private Secrets(SecretsManagerClient client) {
    this.client = client;
  }

  static Secrets of(LocalStack stack) {
    return new Secrets(stack.client(SecretsManagerClient.builder()));
  }

  public void create(String name, String text) {
    client.createSecret(create -> create.name(name).secretString(text));
  }

  public void createBinary(String name, byte[] bytes) {
    client.createSecret(create -> create.name(name).secretBinary(SdkBytes.fromByteArray(bytes)));
  }

  public void write(String name, String text) {
    client.putSecretValue(put -> put.secretId(name).secretString(text));
  }

  /**
   * Writes unless the secret has another version by now; the version bears a label of its own until
   * then, because the emulator keeps no other.
   *
   * @return whether it was written
   */
  public boolean swaps(String name, String before, String text) {
    String version =
        client
            .putSecretValue(
                put -> put.secretId(name).secretString(text).versionStages("somebody-else"))
            .versionId();
    try {
      client.updateSecretVersionStage(
          update ->
              update
                  .secretId(name)
                  .versionStage("AWSCURRENT")
                  .removeFromVersionId(before)
                  .moveToVersionId(version));
      return true;
    } catch (InvalidParameterException e) {
      return false;
    }
  }

  /** Begins a rotation, as a rotation function does: the new version waits under its label. */
  public String startRotation(String name, String text) {
    return client
        .putSecretValue(put -> put.secretId(name).secretString(text).versionStages("AWSPENDING"))
        .versionId();
  }

  /** Ends the rotation, as its function does: the new version becomes the current one. */
  public void finishRotation(String name, String pending) {
    String before = version(name);
    client.updateSecretVersionStage(
        update ->
            update
                .secretId(name)
                .versionStage("AWSCURRENT")
                .removeFromVersionId(before)
                .moveToVersionId(pending));
    client.updateSecretVersionStage(
        update -> update.secretId(name).versionStage("AWSPENDING").removeFromVersionId(pending));
  }

  /** AWS keeps each version for a day at least, the emulator only those that bear a label. */
  public void keep(String name) {
    String version = version(name);
    client.updateSecretVersionStage(
        update -> update.secretId(name).versionStage("kept").moveToVersionId(version));
  }

  /** From now on nobody but the account itself may do this with the secret, as its policy says. */
  public void deny(String name, String action) {
    String statement =
        "{\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"secretsmanager:"
            + action
            + "\",\"Resource\":\"*\"}";
    client.putResourcePolicy(
        put ->
            put.secretId(name)
                .resourcePolicy("{\"Version\":\"2012-10-17\",\"Statement\":[" + statement + "]}"));
  }

  /** The secret has no policy any more. */
  public void allow(String name) {
    client.deleteResourcePolicy(delete -> delete.secretId(name));
  }

  /** The current text. */
  public String text(String name) {
    return client.getSecretValue(get -> get.secretId(name)).secretString();
  }

  /** The current version's id, or null where there is no such secret. */
  public @Nullable String version(String name) {
    try {
      return client.getSecretValue(get -> get.secretId(name)).versionId();
    } catch (ResourceNotFoundException e) {
      return null;
    }
  }

  /** How many versions the secret has had. */
  public int versions(String name) {
    return client
        .listSecretVersionIds(list -> list.secretId(name).includeDeprecated(true))
        .versions()
        .size();
  }

  /** Marks it for deletion, as somebody in the console does. */
  public void delete(String name) {
    client.deleteSecret(delete -> delete.secretId(name).recoveryWindowInDays(7L));
  }

  /** Takes it back from its deletion. */
  public void restore(String name) {
    client.restoreSecret(restore -> restore.secretId(name));
  }

  /** Whether it waits for its deletion, and for how many days at most. */
  public @Nullable Long daysLeft(String name) {
    Instant deleted = client.describeSecret(get -> get.secretId(name)).deletedDate();
    return deleted == null ? null : Duration.between(Instant.now(), deleted).toDays();
  }

  public void deleteForGood(String name) {
    client.deleteSecret(delete -> delete.secretId(name).forceDeleteWithoutRecovery(true));
  }

  /** The names of secrets that begin so. */
  public List<String> names(String prefix) {
    Filter begins = Filter.builder().key(FilterNameStringType.NAME).values(prefix).build();
    return client.listSecretsPaginator(list -> list.filters(begins)).stream()
        .flatMap(page -> page.secretList().stream())
        .map(SecretListEntry::name)
        .filter(name -> name.startsWith(prefix))
        .toList();
  }
}
