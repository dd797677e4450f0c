package io.countersign.aws.secrets;

import io.countersign.project.ProjectId;
import io.countersign.vault.Credentials;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;
import software.amazon.awssdk.services.secretsmanager.model.Tag;

/** Credentials, a secret for each of their owners under the deployment's own prefix for them. */
public final class SecretsManagerCredentials implements Credentials {
  private static final Tag TAG = Tag.builder().key("countersign").value("credential").build();

  private final SecretsManagerClient client;
  private final String prefix;

  /**
   * The credentials of a deployment.
   *
   * @param prefix ends in {@code /}
   */
  public SecretsManagerCredentials(SecretsManagerClient client, String prefix) {
    this.client = client;
    this.prefix = prefix;
  }

  /** Never reads: whoever sets them up may write here, and no more. */
  @Override
  public String keep(ProjectId project, String owner, String credential) {
    String created = created(name(project, owner), credential);
    return created != null ? created : put(name(project, owner), credential);
  }

  private @Nullable String created(String name, String credential) {
    return Calls.call(
        "CreateSecret",
        () -> {
          try {
            return client
                .createSecret(create -> create.name(name).secretString(credential).tags(TAG))
                .versionId();
          } catch (ResourceExistsException e) {
            return null;
          }
        });
  }

  private String put(String name, String credential) {
    return Calls.call(
        "PutSecretValue",
        () ->
            client.putSecretValue(put -> put.secretId(name).secretString(credential)).versionId());
  }

  @Override
  public @Nullable String read(ProjectId project, String owner, String version) {
    return Calls.text(client, name(project, owner), version);
  }

  private String name(ProjectId project, String owner) {
    return prefix + project + "/" + owner;
  }
}
