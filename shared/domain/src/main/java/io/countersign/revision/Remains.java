package io.countersign.revision;

import io.countersign.project.DocumentId;
import org.jspecify.annotations.Nullable;

/**
 * What a failed merge has left in one document (rule 9).
 *
 * @param versionId our version that is or may be live; where nothing of the change is, the current
 *     version when that was seen, or null
 * @param message the truth in one or a few sentences, which name the document
 */
public record Remains(
    DocumentId document, State state, @Nullable String versionId, String message) {
  /** Whether the change is live. */
  public enum State {
    /** It is. */
    HELD,
    /** It may be: that cannot be told. */
    IN_DOUBT,
    /** Nothing of it that we wrote is. */
    NOT_HELD
  }
}
