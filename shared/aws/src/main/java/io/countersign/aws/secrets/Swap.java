package io.countersign.aws.secrets;

import io.countersign.vault.Move;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.InvalidParameterException;
import software.amazon.awssdk.services.secretsmanager.model.InvalidRequestException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import software.amazon.awssdk.services.secretsmanager.model.SecretsManagerException;

/** The compare-and-swap of {@code AWSCURRENT}, and what a refusal of it means. */
record Swap(SecretsManagerClient client, String arn, String from, String to) {
  Move move() {
    try {
      client.updateSecretVersionStage(
          update ->
              update
                  .secretId(arn)
                  .versionStage(Calls.CURRENT)
                  .removeFromVersionId(from)
                  .moveToVersionId(to));
      return Move.MOVED;
    } catch (InvalidParameterException | InvalidRequestException | ResourceNotFoundException e) {
      return refused(e);
    }
  }

  private Move refused(SecretsManagerException fault) {
    Described now = Described.find(client, arn);
    if (now != null && to.equals(now.current())) {
      return Move.MOVED;
    }
    if (repeated(fault)) {
      return afterLostAnswer(fault, now);
    }
    if (now != null && !now.awaitsDeletion() && from.equals(now.current())) {
      throw fault;
    }
    return Move.REFUSED;
  }

  /** The SDK had tried before, and that try may have moved it, whatever was written since. */
  private Move afterLostAnswer(SecretsManagerException fault, @Nullable Described now) {
    if (now != null && to.equals(now.previous())) {
      return Move.MOVED;
    }
    throw fault;
  }

  private static boolean repeated(SecretsManagerException fault) {
    return fault.numAttempts() == null || fault.numAttempts() > 1;
  }
}
