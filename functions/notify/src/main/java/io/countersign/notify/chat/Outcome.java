package io.countersign.notify.chat;

import io.countersign.channel.Postings.Tried;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of a message. */
sealed interface Outcome {
  /**
   * It is there, or was taken.
   *
   * @param id the chat's own name for it, or null where it gives none
   */
  record Sent(@Nullable String id) implements Outcome {}

  /** Nothing can be posted there until somebody mends it. */
  record Broken(String reason) implements Outcome {}

  /** What was to be edited is not there any more. */
  record Gone() implements Outcome {}

  /**
   * Not now.
   *
   * @param after how long to wait
   * @param tried whether it may have arrived all the same
   */
  record Later(String reason, Duration after, Tried tried) implements Outcome {}
}
