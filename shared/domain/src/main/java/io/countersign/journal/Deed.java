package io.countersign.journal;

import io.countersign.directory.PersonId;
import io.countersign.project.DocumentId;

/** Something that somebody did in a project and that belongs to none of its requests. */
public sealed interface Deed {
  PersonId by();

  /**
   * Somebody was shown the current value of a key.
   *
   * @param versionId the version that held it
   */
  record Revealed(PersonId by, DocumentId document, String key, String versionId) implements Deed {}
}
