package io.countersign.aws.secrets;

import io.countersign.document.Document;
import io.countersign.name.Token;
import io.countersign.vault.Creation;
import io.countersign.vault.Edition;
import io.countersign.vault.Move;
import io.countersign.vault.Seen;
import io.countersign.vault.Vault;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.CreateSecretResponse;
import software.amazon.awssdk.services.secretsmanager.model.InvalidParameterException;
import software.amazon.awssdk.services.secretsmanager.model.InvalidRequestException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** Managed secrets in AWS Secrets Manager. */
public final class SecretsManagerVault implements Vault {
  static final String LABEL = "countersign-staged";
  private static final long RECOVERY_DAYS = 30;

  private final SecretsManagerClient client;
  private final InstantSource clock;

  public SecretsManagerVault(SecretsManagerClient client, InstantSource clock) {
    this.client = client;
    this.clock = clock;
  }

  @Override
  public Seen read(String secretName) {
    return Calls.call("GetSecretValue", () -> new SeenOf(client).read(secretName));
  }

  @Override
  public @Nullable Edition edition(String secretName) {
    Described secret = Described.find(client, secretName);
    String current = secret == null || secret.awaitsDeletion() ? null : secret.current();
    return secret == null || current == null ? null : new Edition(secret.arn(), current);
  }

  @Override
  public boolean crowded(String arn) {
    return Calls.call("ListSecretVersionIds", () -> new Versions(client, arn, clock).crowded());
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
            return created(made, token);
          } catch (ResourceExistsException | InvalidRequestException e) {
            Described there = Described.find(client, secretName);
            if (there == null) {
              throw e;
            }
            if (!there.awaitsDeletion() && there.current() == null) {
              // AWS makes a first version current whatever its labels; a later one stays staged.
              // Its token is another one: only what we created bears the one that was given.
              put(there.arn(), Token.of(token, "first"), Document.EMPTY.text());
            }
            return new Creation.Exists();
          }
        });
  }

  /**
   * A secret made by an earlier try comes back with whatever version is current now. One that knows
   * nothing of the token was made just now, by an emulator that chooses ids itself.
   */
  private Creation created(CreateSecretResponse made, String token) {
    return made.versionId().equals(token) || text(made.arn(), token) == null
        ? new Creation.Created(made.arn(), made.versionId())
        : new Creation.Exists();
  }

  @Override
  public String stage(String arn, String token, String text) {
    Calls.atMost(Document.MAX_BYTES, text);
    String there = text(arn, token);
    if (there == null) {
      unlabel(arn);
      return put(arn, token, text);
    }
    if (!there.equals(text)) {
      throw otherText();
    }
    return token;
  }

  private String put(String arn, String token, String text) {
    return Calls.call(
        "PutSecretValue",
        () -> {
          try {
            return client
                .putSecretValue(
                    put ->
                        put.secretId(arn)
                            .clientRequestToken(token)
                            .secretString(text)
                            .versionStages(LABEL))
                .versionId();
          } catch (ResourceExistsException e) {
            throw otherText();
          }
        });
  }

  private static IllegalStateException otherText() {
    return new IllegalStateException("a token's version holds another text");
  }

  @Override
  public Move move(String arn, String from, String to) {
    return Calls.call("UpdateSecretVersionStage", () -> new Swap(client, arn, from, to).move());
  }

  @Override
  public void unlabel(String arn) {
    Described secret = Described.find(client, arn);
    String holder = secret == null ? null : secret.holder(LABEL);
    if (holder == null) {
      return;
    }
    Calls.call(
        "UpdateSecretVersionStage",
        () -> {
          try {
            return client.updateSecretVersionStage(
                update -> update.secretId(arn).versionStage(LABEL).removeFromVersionId(holder));
          } catch (InvalidParameterException | ResourceNotFoundException e) {
            Described now = Described.find(client, arn);
            if (now != null && holder.equals(now.holder(LABEL))) {
              throw e;
            }
            return null;
          }
        });
  }

  @Override
  public void delete(String arn) {
    Calls.call(
        "DeleteSecret",
        () -> {
          try {
            return client.deleteSecret(
                delete -> delete.secretId(arn).recoveryWindowInDays(RECOVERY_DAYS));
          } catch (InvalidRequestException | ResourceNotFoundException e) {
            Described now = Described.find(client, arn);
            if (now != null && !now.awaitsDeletion()) {
              throw e;
            }
            return null;
          }
        });
  }

  @Override
  public void restore(String arn) {
    Calls.call(
        "RestoreSecret",
        () -> {
          try {
            return client.restoreSecret(restore -> restore.secretId(arn));
          } catch (InvalidRequestException | ResourceNotFoundException e) {
            Described now = Described.find(client, arn);
            if (now != null && now.awaitsDeletion()) {
              throw e;
            }
            return null;
          }
        });
  }
}
