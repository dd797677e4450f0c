package io.countersign.aws.secrets;

import io.countersign.vault.Outsider;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** Somebody else with a client of their own. */
record SdkOutsider(SecretsManagerClient client) implements Outsider {
  @Override
  public String create(String name, String text) {
    return client.createSecret(create -> create.name(name).secretString(text)).arn();
  }

  @Override
  public String createWithoutVersion(String name) {
    return client.createSecret(create -> create.name(name)).arn();
  }

  @Override
  public String createBinary(String name) {
    SdkBytes bytes = SdkBytes.fromUtf8String("bytes");
    return client.createSecret(create -> create.name(name).secretBinary(bytes)).arn();
  }

  @Override
  public String put(String name, String text) {
    return client.putSecretValue(put -> put.secretId(name).secretString(text)).versionId();
  }

  @Override
  public String startRotation(String name, String text) {
    return client
        .putSecretValue(put -> put.secretId(name).secretString(text).versionStages("AWSPENDING"))
        .versionId();
  }

  @Override
  public void promote(String name, String versionId) {
    String current = labels(name).get("AWSCURRENT");
    client.updateSecretVersionStage(
        update ->
            update
                .secretId(name)
                .versionStage("AWSCURRENT")
                .removeFromVersionId(current)
                .moveToVersionId(versionId));
  }

  @Override
  public void purge(String name) {
    client.deleteSecret(delete -> delete.secretId(name).forceDeleteWithoutRecovery(true));
  }

  @Override
  public Map<String, String> labels(String name) {
    Map<String, String> labels = new TreeMap<>();
    client
        .describeSecret(describe -> describe.secretId(name))
        .versionIdsToStages()
        .forEach((version, stages) -> stages.forEach(stage -> labels.put(stage, version)));
    return labels;
  }
}
