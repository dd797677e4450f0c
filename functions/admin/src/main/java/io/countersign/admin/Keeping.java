package io.countersign.admin;

import io.countersign.project.Credential;
import io.countersign.project.ProjectId;
import io.countersign.vault.Credentials;
import org.jspecify.annotations.Nullable;

/** The credential of one call, kept once however often the call decides anew. */
final class Keeping {
  private final Credentials credentials;
  private final ProjectId project;
  private final String owner;
  private @Nullable Credential kept;

  Keeping(Credentials credentials, ProjectId project, String owner) {
    this.credentials = credentials;
    this.project = project;
    this.owner = owner;
  }

  Credential credential(String secret) {
    if (kept == null) {
      String version = credentials.keep(project, owner, secret);
      kept = new Credential(version, secret.substring(Math.max(0, secret.length() - 4)));
    }
    return kept;
  }
}
