package io.countersign.aws.secrets;

import io.countersign.document.Document;
import io.countersign.vault.Creation;
import io.countersign.vault.Move;
import io.countersign.vault.Seen;
import io.countersign.vault.Vault;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.CreateSecretResponse;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretResponse;
import software.amazon.awssdk.services.secretsmanager.model.InvalidParameterException;
import software.amazon.awssdk.services.secretsmanager.model.InvalidRequestException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** Managed secrets in AWS Secrets Manager. */
public final class SecretsManagerVault implements Vault {
  private static final String LABEL = "countersign-staged";
  private static final long RECOVERY_DAYS = 30;

  private final SecretsManagerClient client;

  public SecretsManagerVault(SecretsManagerClient client) {
    this.client = client;
  }

  @Override
  public Seen read(String secretName) {
    return Calls.call("read", () -> new SeenOf(client).read(secretName));
  }

  @Override
  public @Nullable String text(String arn, String versionId) {
    return Calls.text(client, arn, versionId);
  }

  @Override
  public Creation create(String secretName, @Nullable String kmsKeyArn, String token) {
    return Calls.call(
        "CreateSecret",
        () -> {
          try {
            CreateSecretResponse made =
                client.createSecret(
                    create ->
                        create
                            .name(secretName)
                            .kmsKeyId(kmsKeyArn)
                            .clientRequestToken(token)
                            .secretString(Document.EMPTY.text()));
            return new Creation.Created(made.arn(), made.versionId());
          } catch (ResourceExistsException | InvalidRequestException e) {
            return new Creation.Exists();
          }
        });
  }

  @Override
  public String stage(String arn, String token, String text) {
    String there = text(arn, token);
    if (there != null) {
      if (!there.equals(text)) {
        throw new IllegalStateException("a token's version holds another text");
      }
      return token;
    }
    unlabel(arn);
    return Calls.call(
        "PutSecretValue",
        () ->
            client
                .putSecretValue(
                    put ->
                        put.secretId(arn)
                            .clientRequestToken(token)
                            .secretString(text)
                            .versionStages(LABEL))
                .versionId());
  }

  @Override
  public Move move(String arn, String from, String to) {
    return Calls.call(
        "UpdateSecretVersionStage",
        () -> {
          try {
            client.updateSecretVersionStage(
                update ->
                    update
                        .secretId(arn)
                        .versionStage(Calls.CURRENT)
                        .removeFromVersionId(from)
                        .moveToVersionId(to));
            return Move.MOVED;
          } catch (InvalidParameterException
              | InvalidRequestException
              | ResourceNotFoundException e) {
            String current = current(arn);
            if (to.equals(current)) {
              return Move.MOVED;
            }
            if (from.equals(current)) {
              throw e;
            }
            return Move.REFUSED;
          }
        });
  }

  private @Nullable String current(String arn) {
    return holder(client.describeSecret(describe -> describe.secretId(arn)), Calls.CURRENT);
  }

  @Override
  public void unlabel(String arn) {
    Calls.call(
        "UpdateSecretVersionStage",
        () -> {
          String holder = holder(client.describeSecret(describe -> describe.secretId(arn)), LABEL);
          return holder == null
              ? null
              : client.updateSecretVersionStage(
                  update -> update.secretId(arn).versionStage(LABEL).removeFromVersionId(holder));
        });
  }

  @Override
  public void delete(String arn) {
    Calls.call(
        "DeleteSecret",
        () ->
            client.deleteSecret(
                delete -> delete.secretId(arn).recoveryWindowInDays(RECOVERY_DAYS)));
  }

  @Override
  public void restore(String arn) {
    Calls.call("RestoreSecret", () -> client.restoreSecret(restore -> restore.secretId(arn)));
  }

  /** The version that a label is on, or null. */
  static @Nullable String holder(DescribeSecretResponse secret, String label) {
    return secret.versionIdsToStages().entrySet().stream()
        .filter(each -> each.getValue().contains(label))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }
}
