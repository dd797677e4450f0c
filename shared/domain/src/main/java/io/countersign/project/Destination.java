package io.countersign.project;

import io.countersign.name.PathGlob;

/** Where merged documents of an environment go. */
public record Destination(
    DestinationId id, EnvironmentId environment, PathGlob path, Sink sink, long version) {
  /** Whether the document is pushed there. */
  public boolean takes(DocumentId document) {
    return environment.equals(document.environment()) && path.matches(document.path());
  }
}
