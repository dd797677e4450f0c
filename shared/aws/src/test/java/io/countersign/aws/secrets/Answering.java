package io.countersign.aws.secrets;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretRequest;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretResponse;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.ListSecretVersionIdsRequest;
import software.amazon.awssdk.services.secretsmanager.model.ListSecretVersionIdsResponse;
import software.amazon.awssdk.services.secretsmanager.model.SecretsManagerException;
import software.amazon.awssdk.services.secretsmanager.model.UpdateSecretVersionStageRequest;
import software.amazon.awssdk.services.secretsmanager.model.UpdateSecretVersionStageResponse;

/** A client that answers in turn what a test tells it to: for what no emulator does. */
final class Answering implements SecretsManagerClient {
  private final Queue<Supplier<Object>> answers = new ArrayDeque<>();

  Answering then(Object answer) {
    answers.add(() -> answer);
    return this;
  }

  Answering thenFault(
      SecretsManagerException.Builder fault, String code, String message, int attempts) {
    AwsErrorDetails details =
        AwsErrorDetails.builder().errorCode(code).errorMessage(message).build();
    answers.add(
        () -> {
          throw fault.awsErrorDetails(details).message(message).numAttempts(attempts).build();
        });
    return this;
  }

  /** A secret with these labels on these versions. */
  static DescribeSecretResponse labelled(Map<String, String> versions) {
    DescribeSecretResponse.Builder secret = DescribeSecretResponse.builder().arn("arn").name("n");
    Map<String, List<String>> stages = new TreeMap<>();
    versions.forEach((label, version) -> stages.put(version, List.of(label)));
    return secret.versionIdsToStages(stages).build();
  }

  boolean askedAll() {
    return answers.isEmpty();
  }

  @Override
  public GetSecretValueResponse getSecretValue(GetSecretValueRequest request) {
    return (GetSecretValueResponse) answers.remove().get();
  }

  @Override
  public DescribeSecretResponse describeSecret(DescribeSecretRequest request) {
    return (DescribeSecretResponse) answers.remove().get();
  }

  @Override
  public ListSecretVersionIdsResponse listSecretVersionIds(ListSecretVersionIdsRequest request) {
    return (ListSecretVersionIdsResponse) answers.remove().get();
  }

  @Override
  public UpdateSecretVersionStageResponse updateSecretVersionStage(
      UpdateSecretVersionStageRequest request) {
    return (UpdateSecretVersionStageResponse) answers.remove().get();
  }

  @Override
  public String serviceName() {
    return "secretsmanager";
  }

  @Override
  public void close() {}
}
