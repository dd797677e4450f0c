package io.countersign.proposal;

import io.countersign.document.Document;
import io.countersign.revision.DocumentBase;

/**
 * A document as it was when the change was asked for.
 *
 * @param base which secret and version that was; without ARN when there was none
 * @param content {@link Document#EMPTY} when there was none
 */
public record Found(DocumentBase base, Document content) {}
