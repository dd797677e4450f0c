package io.countersign.faults.deployed;

import io.countersign.document.Document;
import io.countersign.document.Parsed;
import io.countersign.project.DocumentId;
import io.countersign.proposal.Found;
import io.countersign.revision.DocumentBase;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.CreateSecretResponse;
import software.amazon.awssdk.services.secretsmanager.model.InvalidRequestException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** Managed secrets, seen and written by somebody outside. */
public record Documents(SecretsManagerClient client) {
  private static final String BEFORE = "{\"PASSWORD\":\"old\",\"USER\":\"app\"}";
  private static final String THEIRS = "\"OTHER\":\"theirs\"";

  /** One with two keys. */
  public Found make(DocumentId document, String name) {
    CreateSecretResponse made =
        client.createSecret(create -> create.name(name).secretString(BEFORE));
    return new Found(new DocumentBase(document, made.arn(), made.versionId()), readable(BEFORE));
  }

  private static Document readable(String text) {
    return ((Parsed.Readable) Document.parse(text)).document();
  }

  /** Labels a version: the emulator drops one without a label, which AWS keeps for a day. */
  public void keep(String name, String version) {
    client.updateSecretVersionStage(
        update -> update.secretId(name).versionStage("kept").moveToVersionId(version));
  }

  /** The next version of what was made, with another password. */
  public String write(String name, String password) {
    String text = BEFORE.replace("old", password);
    return client.putSecretValue(put -> put.secretId(name).secretString(text)).versionId();
  }

  /** What others left is of no use any more. */
  public void remove(String name) {
    try {
      client.deleteSecret(delete -> delete.secretId(name).forceDeleteWithoutRecovery(true));
    } catch (ResourceNotFoundException e) {
      // It was never made.
      return;
    }
  }

  /** Another key is written, besides what is there; where nothing is, it is made. */
  public void disturb(String name) {
    String present = text(name);
    if (present == null) {
      client.createSecret(create -> create.name(name).secretString("{" + THEIRS + "}"));
    } else if (!present.contains(THEIRS)) {
      String more = present.substring(0, present.length() - 1) + "," + THEIRS + "}";
      client.putSecretValue(put -> put.secretId(name).secretString(more.replace("{,", "{")));
    }
  }

  /** The current text, or null where there is no such secret. */
  public @Nullable String text(String name) {
    try {
      return client
          .getSecretValue(get -> get.secretId(name).versionStage("AWSCURRENT"))
          .secretString();
    } catch (ResourceNotFoundException | InvalidRequestException e) {
      return null;
    }
  }

  /** How many versions the secret has. */
  public int versions(String name) {
    return client
        .listSecretVersionIds(list -> list.secretId(name).includeDeprecated(true))
        .versions()
        .size();
  }

  /** Whether what somebody else wrote is in it. */
  public static boolean disturbed(@Nullable String text) {
    return text != null && text.contains(THEIRS);
  }
}
