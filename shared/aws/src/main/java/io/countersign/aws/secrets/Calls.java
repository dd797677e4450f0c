package io.countersign.aws.secrets;

import io.countersign.vault.VaultUnavailable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** Calls of Secrets Manager, with their faults in our words and never a value. */
final class Calls {
  static final String CURRENT = "AWSCURRENT";

  private Calls() {}

  static <T extends @Nullable Object> T call(String operation, Supplier<T> call) {
    try {
      return call.get();
    } catch (SdkException e) {
      String code =
          e instanceof AwsServiceException fault && fault.awsErrorDetails() != null
              ? fault.awsErrorDetails().errorCode()
              : e.getClass().getSimpleName();
      throw new VaultUnavailable("Secrets Manager " + operation + ": " + code, e);
    }
  }

  /** The text of one version by its id, or null when it is not there or binary. */
  static @Nullable String text(SecretsManagerClient client, String secret, String versionId) {
    return call(
        "GetSecretValue",
        () -> {
          try {
            return client
                .getSecretValue(get -> get.secretId(secret).versionId(versionId))
                .secretString();
          } catch (ResourceNotFoundException e) {
            return null;
          }
        });
  }
}
