package io.countersign.aws.secrets;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** The one-time code that the deployment generated for its first admin. */
public final class BootstrapCode {
  private final SecretsManagerClient client;
  private final String secret;

  public BootstrapCode(SecretsManagerClient client, String secret) {
    this.client = client;
    this.secret = secret;
  }

  /** The code, or null when somebody deleted it. */
  public @Nullable String read() {
    return Calls.call(
        "GetSecretValue",
        () -> {
          try {
            return client
                .getSecretValue(get -> get.secretId(secret).versionStage(Calls.CURRENT))
                .secretString();
          } catch (ResourceNotFoundException e) {
            return null;
          }
        });
  }
}
