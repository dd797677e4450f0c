package io.countersign.notify.chat;

import io.countersign.channel.Poster;
import io.countersign.channel.Postings.Tried;
import io.countersign.json.Json;
import io.countersign.json.JsonText;
import io.countersign.json.MalformedJson;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The two methods of Slack's API that messages take. */
final class SlackApi {
  private final Poster poster;
  private final String base;

  /**
   * The API there.
   *
   * @param base without a slash at the end
   */
  SlackApi(Poster poster, String base) {
    this.poster = poster;
    this.base = base;
  }

  /**
   * Posts a message.
   *
   * @param thread the message that it answers, or null
   * @param key the same for each try, so that Slack can tell a repeated one
   */
  Outcome post(
      String token,
      String conversation,
      @Nullable String thread,
      String key,
      String text,
      @Nullable Json blocks) {
    UUID id = UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
    return call(
        "chat.postMessage",
        token,
        message(conversation, text, blocks)
            .putIf("thread_ts", thread)
            .put("client_msg_id", id.toString())
            .put("unfurl_links", false)
            .put("unfurl_media", false));
  }

  /** Puts another text in a message's place. */
  Outcome update(String token, String conversation, String ts, String text, Json blocks) {
    return call("chat.update", token, message(conversation, text, blocks).put("ts", ts));
  }

  private static Json.Builder message(String conversation, String text, @Nullable Json blocks) {
    Json.Builder message = Json.object().put("channel", conversation).put("text", text);
    return (blocks == null ? message : message.put("blocks", blocks))
        .put("parse", "none")
        .put("link_names", false);
  }

  private Outcome call(String method, String token, Json.Builder body) {
    Poster.Answer answer;
    try {
      answer =
          poster.post(
              URI.create(base + "/api/" + method),
              Map.of("Authorization", "Bearer " + token),
              body.build().text());
    } catch (Poster.NoAnswer e) {
      return Passing.later("Slack", e);
    }
    Outcome later = Passing.later("Slack", answer);
    if (later != null) {
      return later;
    }
    return answer.status() == 200
        ? said(answer.body())
        : new Outcome.Broken("Slack answered " + answer.status());
  }

  /** 200 is no success by itself. */
  private static Outcome said(String body) {
    try {
      return JsonText.parse(body) instanceof Json.Obj answer ? said(answer) : strange();
    } catch (MalformedJson e) {
      return strange();
    }
  }

  private static Outcome strange() {
    return new Outcome.Later("Slack answered something strange", Passing.SOON, Tried.PERHAPS);
  }

  private static Outcome said(Json.Obj answer) {
    if (answer.get("ok") instanceof Json.Bool(boolean ok) && ok) {
      return new Outcome.Sent(answer.get("ts") instanceof Json.Str(String ts) ? ts : null);
    }
    String error = answer.get("error") instanceof Json.Str(String code) ? code : "no reason";
    return SlackErrors.of(error.matches("[a-z0-9_]{1,60}") ? error : "no reason");
  }
}
