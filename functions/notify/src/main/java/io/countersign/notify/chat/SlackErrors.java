package io.countersign.notify.chat;

import io.countersign.channel.Postings.Tried;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** What the errors of Slack's API mean, and what helps. */
final class SlackErrors {
  private static final Duration SOON = Duration.ofMinutes(1);

  private static final Map<String, String> WORDS =
      Map.of(
          "channel_not_found", "there is no such channel, or it is private: invite the app to it",
          "not_in_channel", "the app is not in the channel: invite it",
          "is_archived", "the channel is archived: choose another",
          "token_revoked", "the token was revoked: save a new one",
          "token_expired", "the token has expired: save a new one",
          "invalid_auth", "the token is not valid: save a new one",
          "not_authed", "the token is not valid: save a new one",
          "account_inactive", "the app was removed from the workspace: install it and save a token",
          "missing_scope", "the token lacks the scope chat:write: add it and save a new one");

  private static final Set<String> PASSING =
      Set.of(
          "ratelimited",
          "rate_limited",
          "internal_error",
          "fatal_error",
          "service_unavailable",
          "request_timeout",
          "team_added_to_org");

  private static final Set<String> GONE =
      Set.of("message_not_found", "cant_update_message", "edit_window_closed");

  private SlackErrors() {}

  static Outcome of(String code) {
    if (GONE.contains(code)) {
      return new Outcome.Gone();
    }
    if (PASSING.contains(code)) {
      return new Outcome.Later("Slack answered " + code, SOON, Tried.PERHAPS);
    }
    String words = WORDS.get(code);
    return new Outcome.Broken(
        words == null ? "Slack refused it: " + code : "Slack says " + code + ": " + words);
  }
}
