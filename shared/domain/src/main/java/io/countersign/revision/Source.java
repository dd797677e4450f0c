package io.countersign.revision;

import io.countersign.project.DocumentId;

/** Where a copied value stands: under a key of one version of a document, which never changes. */
public record Source(Version version, String key) {
  /**
   * One version of a document.
   *
   * @param id its id in Secrets Manager
   */
  public record Version(DocumentId document, String id) {}

  /** The document that it is copied from. */
  public DocumentId document() {
    return version.document();
  }
}
