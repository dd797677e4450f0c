package io.countersign.revision;

import io.countersign.project.DocumentId;
import org.jspecify.annotations.Nullable;

/**
 * Which secret a document was when the revision was made; both null when there was none.
 *
 * @param arn its ARN: a document that was deleted and created again has another
 * @param versionId its current version then, for display
 */
public record DocumentBase(DocumentId document, @Nullable String arn, @Nullable String versionId) {}
