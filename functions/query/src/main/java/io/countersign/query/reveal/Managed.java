package io.countersign.query.reveal;

import io.countersign.edge.http.Problem;
import io.countersign.json.InvalidField;
import io.countersign.name.InvalidName;
import io.countersign.policy.Rules;
import io.countersign.project.DocumentId;
import io.countersign.project.Environment;
import io.countersign.vault.Edition;
import io.countersign.vault.Seen;
import io.countersign.vault.Vault;
import org.jspecify.annotations.Nullable;

/** Managed secrets by the documents that they are. */
public record Managed(Vault vault) {
  /** The document's secret as it is now; 404 where the project has no such environment. */
  public Seen read(DocumentId document, Rules rules) {
    return vault.read(name(document, rules));
  }

  /** What is current of it now, without a look at what it holds; null where there is none. */
  public @Nullable Edition edition(DocumentId document, Rules rules) {
    return vault.edition(name(document, rules));
  }

  private static String name(DocumentId document, Rules rules) {
    Environment environment = rules.environments().get(document.environment());
    if (environment == null) {
      throw Problem.notFound().asException();
    }
    try {
      return environment.secretPrefix().secretName(document.path());
    } catch (InvalidName e) {
      throw new InvalidField("path", e.rule(), "must be " + e.problem());
    }
  }
}
