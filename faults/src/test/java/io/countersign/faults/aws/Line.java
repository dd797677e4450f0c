package io.countersign.faults.aws;

import io.countersign.aws.web.HttpPoster;
import io.countersign.channel.Poster;
import io.countersign.notify.chat.ChatServer;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Stands between the code under test and the chats, as {@link Wire} does between it and AWS: it has
 * the server meet the next call so, or calls where nobody listens.
 */
public final class Line implements Poster {
  private static final URI NOBODY = URI.create("http://127.0.0.1:1/");

  private final Poster real = new HttpPoster();
  private final ChatServer chats;

  /** To those chats. */
  public Line(ChatServer chats) {
    this.chats = chats;
  }

  @Override
  public Answer post(URI address, Map<String, String> headers, String json) {
    return Wire.elsewhere(
        site(address), fault -> real.post(prepared(address, fault), headers, json));
  }

  private static Site site(URI address) {
    String path = address.getPath();
    return path.startsWith("/api/")
        ? Site.onChat("Slack", path.substring("/api/".length()))
        : Site.onChat("Teams", "webhook");
  }

  private URI prepared(URI address, @Nullable Fault fault) {
    switch (fault) {
      case THROTTLED -> chats.next(429, "30", "{\"ok\":false,\"error\":\"ratelimited\"}");
      case DENIED -> refused(address);
      case LOST -> {
        return NOBODY;
      }
      case UNANSWERED -> chats.hangUp();
      case FAILING -> chats.next(503, null, "");
      case OVERLONG -> chats.overlong();
      case KILLED, CONFLICT -> {}
      case null -> {}
    }
    return address;
  }

  private void refused(URI address) {
    if (address.getPath().startsWith("/api/")) {
      chats.next(200, null, "{\"ok\":false,\"error\":\"token_revoked\"}");
    } else {
      chats.next(401, null, "");
    }
  }
}
