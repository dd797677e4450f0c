package io.countersign.revision;

import io.countersign.project.DocumentId;
import java.util.List;

/**
 * A document that holds the change.
 *
 * @param versionId the version that became current; the present one where nothing had to change
 * @param keys the keys that were changed, sorted
 */
public record Landed(DocumentId document, String arn, String versionId, List<String> keys) {}
