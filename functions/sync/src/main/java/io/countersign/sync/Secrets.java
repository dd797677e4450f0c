package io.countersign.sync;

import io.countersign.vault.Seen;

/** The one thing that sync may do with managed secrets: read them. */
interface Secrets {
  /** The secret of this name as it is now; may throw VaultUnavailable. */
  Seen read(String secretName);
}
