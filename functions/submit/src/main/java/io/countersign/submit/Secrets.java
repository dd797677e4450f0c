package io.countersign.submit;

import io.countersign.policy.Rules;
import io.countersign.project.DocumentId;
import io.countersign.project.Environment;
import io.countersign.vault.Seen;
import io.countersign.vault.Vault;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The secrets of a project's documents, each looked at once. */
final class Secrets {
  private final Vault vault;
  private final Rules rules;
  private final Map<DocumentId, Seen> seen = new HashMap<>();

  Secrets(Vault vault, Rules rules) {
    this.vault = vault;
    this.rules = rules;
  }

  /**
   * The document's secret.
   *
   * @throws io.countersign.name.InvalidName when its path is too long in its environment
   */
  Seen seen(DocumentId document) {
    return seen.computeIfAbsent(document, each -> vault.read(name(each)));
  }

  /** The text of one version, or null when it is gone or binary. */
  @Nullable String text(Seen.Present secret, String version) {
    return version.equals(secret.current()) ? secret.text() : vault.text(secret.arn(), version);
  }

  private String name(DocumentId document) {
    Environment environment =
        Objects.requireNonNull(rules.environments().get(document.environment()));
    return environment.secretPrefix().secretName(document.path());
  }
}
