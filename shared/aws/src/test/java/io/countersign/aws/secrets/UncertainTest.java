package io.countersign.aws.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.vault.Move;
import io.countersign.vault.Seen;
import io.countersign.vault.Vault;
import io.countersign.vault.VaultUnavailable;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretResponse;
import software.amazon.awssdk.services.secretsmanager.model.InvalidParameterException;
import software.amazon.awssdk.services.secretsmanager.model.InvalidRequestException;
import software.amazon.awssdk.services.secretsmanager.model.ListSecretVersionIdsResponse;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import software.amazon.awssdk.services.secretsmanager.model.SecretVersionsListEntry;
import software.amazon.awssdk.services.secretsmanager.model.SecretsManagerException;

/** What the adapter concludes where AWS's answer alone does not say what happened. */
final class UncertainTest {
  private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

  private final Answering client = new Answering();
  private final SecretsManagerVault vault = new SecretsManagerVault(client, () -> NOW);

  private Answering refusedAfter(int attempts) {
    return client.thenFault(
        InvalidParameterException.builder(), "InvalidParameterException", "moved", attempts);
  }

  @Test
  void aRefusalOfTheOnlyTryIsCertain() {
    refusedAfter(1).then(Answering.labelled(Map.of("AWSCURRENT", "theirs")));
    assertThat(vault.move("arn", "base", "ours")).isEqualTo(Move.REFUSED);
  }

  @Test
  void aRefusalAfterALostAnswerMayHideAMove() {
    refusedAfter(2).then(Answering.labelled(Map.of("AWSCURRENT", "theirs")));
    assertThatThrownBy(() -> vault.move("arn", "base", "ours"))
        .isInstanceOf(VaultUnavailable.class);
  }

  @Test
  void aLostAnswerIsFoundAgainUnderWhatOthersWroteOnTop() {
    refusedAfter(2).then(Answering.labelled(Map.of("AWSCURRENT", "theirs", "AWSPREVIOUS", "ours")));
    assertThat(vault.move("arn", "base", "ours")).isEqualTo(Move.MOVED);
  }

  @Test
  void aRefusalWhileTheLabelStandsWhereWeSaidIsAFault() {
    refusedAfter(1).then(Answering.labelled(Map.of("AWSCURRENT", "base")));
    assertThatThrownBy(() -> vault.move("arn", "base", "ours"))
        .isInstanceOf(VaultUnavailable.class)
        .hasMessageContaining("UpdateSecretVersionStage: InvalidParameterException");
  }

  @Test
  void aMoveInASecretThatWaitsForItsDeletionIsRefused() {
    client.thenFault(InvalidRequestException.builder(), "InvalidRequestException", "deleted", 1);
    DescribeSecretResponse marked =
        Answering.labelled(Map.of("AWSCURRENT", "base")).toBuilder()
            .deletedDate(Instant.EPOCH)
            .build();
    client.then(marked);
    assertThat(vault.move("arn", "base", "ours")).isEqualTo(Move.REFUSED);
  }

  @Test
  void aSecretThatIsDeletedWhileItIsReadIsLookedAtAgain() {
    client
        .then(Answering.labelled(Map.of("AWSCURRENT", "base")))
        .thenFault(ResourceNotFoundException.builder(), "ResourceNotFoundException", "gone", 1)
        .thenFault(ResourceNotFoundException.builder(), "ResourceNotFoundException", "gone", 1);
    assertThat(vault.read("prod/db")).isEqualTo(new Seen.Missing());
    assertThat(client.askedAll()).isTrue();
  }

  @Test
  void onlyVersionsYoungerThanADayCrowdASecret() {
    client.then(versions(60, NOW.minus(Duration.ofHours(25)), "more"));
    client.then(versions(Vault.MOST_YOUNG, NOW.minus(Duration.ofHours(23)), null));
    assertThat(vault.crowded("arn")).isFalse();
    client.then(versions(60, NOW.minus(Duration.ofHours(23)), "more"));
    client.then(versions(60, NOW.minus(Duration.ofHours(23)), null));
    assertThat(vault.crowded("arn")).isTrue();
    assertThat(client.askedAll()).isTrue();
  }

  private static ListSecretVersionIdsResponse versions(
      int count, Instant at, @Nullable String nextToken) {
    List<SecretVersionsListEntry> versions =
        Collections.nCopies(count, SecretVersionsListEntry.builder().createdDate(at).build());
    return ListSecretVersionIdsResponse.builder().versions(versions).nextToken(nextToken).build();
  }

  @Test
  void aSecretThatIsGoneIsNotCrowded() {
    client.thenFault(ResourceNotFoundException.builder(), "ResourceNotFoundException", "gone", 1);
    assertThat(vault.crowded("arn")).isFalse();
  }

  @Test
  void labelTakenOffByATryWhoseAnswerWasLostIsOff() {
    client.then(Answering.labelled(Map.of(SecretsManagerVault.LABEL, "ours")));
    refusedAfter(2).then(Answering.labelled(Map.of("AWSCURRENT", "base")));
    vault.unlabel("arn");
    assertThat(client.askedAll()).isTrue();
  }

  @Test
  void aFaultNamesTheOperationAndTheCodeAndNeverAValue() {
    client.thenFault(
        SecretsManagerException.builder(), "AccessDeniedException", "not allowed: hunter2", 1);
    assertThatThrownBy(() -> vault.text("arn", "base"))
        .isInstanceOf(VaultUnavailable.class)
        .hasMessage("Secrets Manager GetSecretValue: AccessDeniedException")
        .satisfies(
            fault -> {
              StringWriter trace = new StringWriter();
              fault.printStackTrace(new PrintWriter(trace));
              assertThat(trace.toString()).doesNotContain("hunter2");
            });
  }
}
