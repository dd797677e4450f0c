package io.countersign.journal;

import io.countersign.directory.ActorId;
import io.countersign.directory.GrantId;
import io.countersign.directory.PersonId;
import io.countersign.project.DocumentId;
import io.countersign.rule.Thing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody did in a project and that belongs to none of its requests, or in the
 * organisation.
 */
public sealed interface Deed {
  ActorId by();

  /**
   * Somebody was shown the current value of a key.
   *
   * @param versionId the version that held it
   * @param grant without which they would not have been, or null where their role let them
   */
  record Revealed(
      ActorId by, DocumentId document, String key, String versionId, @Nullable GrantId grant)
      implements Deed {
    /** By a role. */
    public Revealed(ActorId by, DocumentId document, String key, String versionId) {
      this(by, document, key, versionId, null);
    }
  }

  /** Somebody gave the one-time code, and became the first admin of the organisation (rule 13). */
  record SetupBegun(PersonId by) implements Deed {}

  /**
   * The first admin's time alone ended for good (rule 13).
   *
   * @param by whose doing it was
   * @param with the second admin
   */
  record SetupEnded(ActorId by, PersonId with) implements Deed {}

  /** Somebody changed these rules, and nobody had to agree (rule 13). */
  record RulesWritten(ActorId by, List<Thing> things) implements Deed {}
}
