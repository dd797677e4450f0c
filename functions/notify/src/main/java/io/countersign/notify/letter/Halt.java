package io.countersign.notify.letter;

import io.countersign.request.Event;

/**
 * Why a merge applied nothing.
 *
 * @param next what can be done now
 */
public record Halt(String reason, String next) {
  /** What a conflict says. */
  public static Halt of(Event.Conflicted event) {
    return new Halt(
        Said.text(event.reason().message()),
        event.dead()
            ? "This revision can never be merged: revise the request or withdraw it."
            : "The merge can be tried again.");
  }
}
