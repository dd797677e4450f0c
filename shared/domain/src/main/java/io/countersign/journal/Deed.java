package io.countersign.journal;

import io.countersign.directory.ActorId;
import io.countersign.project.DocumentId;

/** Something that somebody did in a project and that belongs to none of its requests. */
public sealed interface Deed {
  ActorId by();

  /**
   * Somebody was shown the current value of a key.
   *
   * @param versionId the version that held it
   */
  record Revealed(ActorId by, DocumentId document, String key, String versionId) implements Deed {}
}
