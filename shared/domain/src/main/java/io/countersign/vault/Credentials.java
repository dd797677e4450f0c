package io.countersign.vault;

import io.countersign.project.ProjectId;
import org.jspecify.annotations.Nullable;

/**
 * Where tokens, webhooks and keys are kept of channels or destinations.
 *
 * <p>Every method may throw {@link io.countersign.vault.VaultUnavailable}.
 */
public interface Credentials {
  /** Keeps one as the newest of whose it is; the version that it is to be read by. */
  String keep(ProjectId project, String owner, String credential);

  /** One by its version, or null when it is not there any more. */
  @Nullable String read(ProjectId project, String owner, String version);
}
