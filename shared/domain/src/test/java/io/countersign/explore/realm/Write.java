package io.countersign.explore.realm;

import io.countersign.project.DocumentId;

/** What somebody else, with rights of their own in AWS, may write. */
public record Write(DocumentId document, String key, String value) {}
