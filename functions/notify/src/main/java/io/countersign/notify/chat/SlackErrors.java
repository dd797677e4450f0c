package io.countersign.notify.chat;

import io.countersign.channel.Postings.Tried;
import java.util.Map;
import java.util.Set;

/** What the errors of Slack's API mean, and what helps. */
final class SlackErrors {
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

  /** What Slack refuses before it does anything, and only for now. */
  private static final Set<String> NOT_NOW =
      Set.of("ratelimited", "rate_limited", "team_added_to_org");

  /** Of {@code fatal_error} Slack says itself that some of it may have been done. */
  private static final Set<String> IN_DOUBT =
      Set.of("internal_error", "fatal_error", "service_unavailable", "request_timeout");

  private static final Set<String> GONE =
      Set.of("message_not_found", "cant_update_message", "edit_window_closed");

  private SlackErrors() {}

  static Outcome of(String code) {
    if (GONE.contains(code)) {
      return new Outcome.Gone();
    }
    if (NOT_NOW.contains(code)) {
      return new Outcome.Later("Slack answered " + code, Passing.SOON, Tried.IN_VAIN);
    }
    if (IN_DOUBT.contains(code)) {
      return new Outcome.Later("Slack answered " + code, Passing.SOON, Tried.PERHAPS);
    }
    String words = WORDS.get(code);
    return new Outcome.Broken(
        words == null ? "Slack refused it: " + code : "Slack says " + code + ": " + words);
  }
}
