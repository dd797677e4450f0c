package io.countersign.notify.letter;

import io.countersign.request.Event;

/**
 * A destination that does not follow a merge.
 *
 * @param tried how often it was tried
 */
public record Unsynced(String destination, String document, String reason, int tried) {
  public static Unsynced of(Event.SyncFailed failed) {
    return new Unsynced(
        Said.name(failed.destination().value()),
        Said.name(failed.document().toString()),
        Said.text(failed.reason()),
        failed.attempts());
  }
}
