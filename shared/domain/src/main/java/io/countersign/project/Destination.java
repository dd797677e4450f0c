package io.countersign.project;

import io.countersign.name.PathGlob;

/** Where merged documents of an environment go. */
public record Destination(
    DestinationId id, EnvironmentId environment, PathGlob path, Sink sink, long version) {
  /** Whether the document is pushed there. */
  public boolean takes(DocumentId document) {
    return environment.equals(document.environment()) && path.matches(document.path());
  }

  /**
   * Whether it asked to be told of what happens to requests.
   *
   * @param word of the event
   */
  public boolean hears(String word) {
    return sink instanceof Sink.Webhook webhook && webhook.events().contains(word);
  }
}
