package io.countersign.aws.secrets;

import io.countersign.channel.Credentials;
import io.countersign.project.ChannelId;
import io.countersign.project.ProjectId;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;
import software.amazon.awssdk.services.secretsmanager.model.Tag;

/** Credentials of channels, a secret for each under the deployment's own prefix for them. */
public final class SecretsManagerCredentials implements Credentials {
  private static final Tag TAG = Tag.builder().key("countersign").value("channel").build();

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

  /** Never reads: whoever sets up channels may write here, and no more. */
  @Override
  public String keep(ProjectId project, ChannelId channel, String credential) {
    String created = created(name(project, channel), credential);
    return created != null ? created : put(name(project, channel), credential);
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
  public @Nullable String read(ProjectId project, ChannelId channel, String version) {
    return Calls.text(client, name(project, channel), version);
  }

  private String name(ProjectId project, ChannelId channel) {
    return prefix + project + "/" + channel;
  }
}
