package io.countersign.revision;

import io.countersign.project.DocumentId;
import java.util.List;

/**
 * A document that holds the change.
 *
 * @param versionId the version that became current; the present one where nothing had to change
 * @param keys the keys that were changed, sorted
 */
public record Landed(
    DocumentId document, String arn, String versionId, List<String> keys, Fate fate) {

  /** What became of the document. */
  public enum Fate {
    /** It holds what the change asks for. */
    WRITTEN,
    /**
     * It holds nothing any more, and goes for good when AWS's window for second thoughts is over.
     */
    REMOVED
  }
}
