package io.countersign.destination;

import io.countersign.project.DocumentId;
import io.countersign.revision.RequestId;

/** What is brought to a destination. */
public sealed interface Cargo {
  /** A document as it is when it is brought, whichever version it was asked for. */
  record Content(DocumentId document) implements Cargo {}

  /** An event of a request, which stays as it is. */
  record News(RequestId request, long sequence) implements Cargo {}
}
