package io.countersign.project;

import io.countersign.name.DocumentPath;
import io.countersign.name.InvalidName;
import io.countersign.name.SecretPrefix;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A set of documents under one prefix.
 *
 * @param kmsKeyArn the key that new secrets are encrypted with, or null for AWS's own
 * @param rotatedKeys what is changed by rotation only
 */
public record Environment(
    EnvironmentId id,
    String name,
    SecretPrefix secretPrefix,
    @Nullable String kmsKeyArn,
    List<RotatedKeys> rotatedKeys,
    long version) {

  /** The document that a secret of this name is, or null where the name is no path of ours. */
  public @Nullable DocumentId document(String secretName) {
    try {
      String path = "/" + secretName.substring(secretPrefix.value().length());
      return new DocumentId(id, DocumentPath.of(path));
    } catch (InvalidName e) {
      return null;
    }
  }

  /** Whether that key is changed by rotation only. */
  public boolean rotates(DocumentPath path, String key) {
    return rotatedKeys.stream().anyMatch(each -> each.covers(path, key));
  }
}
