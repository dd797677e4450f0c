package io.countersign.project;

import io.countersign.name.PathGlob;

/**
 * Where merged documents go: SSM Parameter Store, one parameter a key.
 *
 * @param parameterPrefix begins and ends with {@code /}; the document's path and key follow it
 */
public record Destination(
    DestinationId id,
    EnvironmentId environment,
    PathGlob path,
    String parameterPrefix,
    long version) {
  /** Whether the document is pushed there. */
  public boolean takes(DocumentId document) {
    return environment.equals(document.environment()) && path.matches(document.path());
  }
}
