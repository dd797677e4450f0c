package io.countersign.aws.secrets;

import io.countersign.vault.VaultRefused;
import io.countersign.vault.VaultUnavailable;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** Calls of Secrets Manager, with their faults in our words and never a value. */
final class Calls {
  static final String CURRENT = "AWSCURRENT";

  private static final Set<String> FOR_GOOD =
      Set.of(
          "AccessDenied",
          "AccessDeniedException",
          "ValidationException",
          "InvalidParameterException",
          "EncryptionFailure",
          "DecryptionFailure",
          "LimitExceededException");

  private Calls() {}

  static <T extends @Nullable Object> T call(String operation, Supplier<T> call) {
    try {
      return call.get();
    } catch (SdkException e) {
      throw unavailable(operation, e);
    }
  }

  /** Without the SDK's exception, whose message may quote what was sent. */
  static VaultUnavailable unavailable(String operation, SdkException fault) {
    String words =
        "Secrets Manager "
            + operation
            + ": "
            + (fault instanceof AwsServiceException refused ? code(refused) : kinds(fault));
    return fault instanceof AwsServiceException refused && forGood(refused)
        ? new VaultRefused(words)
        : new VaultUnavailable(words);
  }

  /** Whether trying again is of no use. */
  private static boolean forGood(AwsServiceException fault) {
    AwsErrorDetails details = fault.awsErrorDetails();
    return details != null
        && FOR_GOOD.contains(Objects.requireNonNullElse(details.errorCode(), ""));
  }

  private static String code(AwsServiceException fault) {
    AwsErrorDetails details = fault.awsErrorDetails();
    String code = details == null ? null : details.errorCode();
    return (code == null ? "HTTP " + fault.statusCode() : code)
        + (fault.requestId() == null ? "" : ", request " + fault.requestId());
  }

  /** What kind of fault it is, and of what kind its causes are. */
  private static String kinds(Throwable fault) {
    String kind = fault.getClass().getSimpleName();
    return fault.getCause() == null ? kind : kind + " by " + kinds(fault.getCause());
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

  /** Refuses what AWS would refuse too, or what we have promised not to write. */
  static void atMost(int bytes, String text) {
    if (text.getBytes(StandardCharsets.UTF_8).length > bytes) {
      throw new IllegalArgumentException("a text of more than " + bytes + " bytes");
    }
  }
}
