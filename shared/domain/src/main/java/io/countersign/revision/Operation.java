package io.countersign.revision;

import io.countersign.project.DocumentId;

/** One change of one key; values are named by their bindings only. */
public sealed interface Operation {
  DocumentId document();

  /** The key that the operation is listed and sorted under. */
  String key();

  /** Gives the key a value. */
  record Set(DocumentId document, String key, Base base, Mac value) implements Operation {}

  /** Takes the key away. */
  record Delete(DocumentId document, String key, Base base) implements Operation {}

  /** Gives the key another name; the value stays. */
  record Rename(DocumentId document, String key, String to, Base base, Base targetBase)
      implements Operation {}
}
