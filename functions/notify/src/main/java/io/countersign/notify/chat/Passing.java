package io.countersign.notify.chat;

import io.countersign.channel.Poster;
import io.countersign.channel.Postings.Tried;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What passes by itself, whatever the chat. */
final class Passing {
  /** When to try again where nobody says. */
  static final Duration SOON = Duration.ofMinutes(1);

  private static final int TOO_MANY = 429;

  /** The request did not come as a whole in time. */
  private static final int TIMED_OUT = 408;

  private Passing() {}

  /** No answer came: it may be there. */
  static Outcome later(String chat, Poster.NoAnswer none) {
    return new Outcome.Later(chat + ": " + none.getMessage(), SOON, Tried.PERHAPS);
  }

  /** What an answer says of later, or null where it is about now. */
  static @Nullable Outcome later(String chat, Poster.Answer answer) {
    if (answer.status() == TOO_MANY) {
      Duration after = answer.retryAfter() > 0 ? Duration.ofSeconds(answer.retryAfter()) : SOON;
      return new Outcome.Later(chat + " asks to wait", after, Tried.IN_VAIN);
    }
    return answer.status() >= 500 || answer.status() == TIMED_OUT
        ? new Outcome.Later(chat + " answered " + answer.status(), SOON, Tried.PERHAPS)
        : null;
  }
}
