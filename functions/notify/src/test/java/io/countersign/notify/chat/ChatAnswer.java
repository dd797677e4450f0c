package io.countersign.notify.chat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What a chat answers. */
record ChatAnswer(int status, @Nullable String retryAfter, String body) {
  private static final int OVERLONG = 300_000;

  /** The same with so much before what matters that nobody reads as far as that. */
  ChatAnswer overlong() {
    String echo = "{\"message\":\"" + "x".repeat(OVERLONG) + "\",";
    return new ChatAnswer(status, retryAfter, body.isEmpty() ? echo : echo + body.substring(1));
  }

  void write(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (retryAfter != null) {
        exchange.getResponseHeaders().set("Retry-After", retryAfter);
      }
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }
}
