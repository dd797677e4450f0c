package io.countersign.local.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import io.countersign.local.process.LoopbackServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Takes messages as Slack's API and Teams' webhooks do, and shows them in a list. There is every
 * channel of Slack but those whose id begins with {@code C404}; a webhook is any path below {@code
 * /workflows/}.
 */
public final class ChatServer implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final LoopbackServer server;
  private final List<ChatMessage> messages = new ArrayList<>();

  private ChatServer() throws IOException {
    server = LoopbackServer.listen(0, this::handle);
  }

  /** Listens on any free port. */
  public static ChatServer serve() throws IOException {
    return new ChatServer();
  }

  /** Ends in a slash. */
  public URI address() {
    return server.address().resolve("/");
  }

  /** The messages at a place, in their order. */
  public synchronized List<ChatMessage> at(String place) {
    return messages.stream().filter(each -> each.place().equals(place)).toList();
  }

  /** All of them. */
  public synchronized List<ChatMessage> all() {
    return List.copyOf(messages);
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    byte[] sent = exchange.getRequestBody().readAllBytes();
    if (!exchange.getRequestMethod().equals("POST")) {
      answer(exchange, 200, "text/plain", list());
    } else if (path.startsWith("/api/")) {
      answer(exchange, 200, "application/json", slack(path, JSON.readTree(sent)));
    } else if (path.startsWith("/workflows/")) {
      keep(new ChatMessage(path, "", "", JSON.readTree(sent)));
      answer(exchange, 202, "text/plain", "");
    } else {
      answer(exchange, 404, "text/plain", "");
    }
  }

  private synchronized void keep(ChatMessage message) {
    messages.add(message);
  }

  private synchronized String slack(String path, JsonNode body) {
    String place = body.path("channel").asText();
    if (place.startsWith("C404")) {
      return "{\"ok\":false,\"error\":\"channel_not_found\"}";
    }
    if (path.equals("/api/chat.update")) {
      return edited(place, body);
    }
    String id = "1700000000.%06d".formatted(messages.size() + 1);
    keep(new ChatMessage(place, id, body.path("thread_ts").asText(""), body));
    return "{\"ok\":true,\"ts\":\"" + id + "\"}";
  }

  private String edited(String place, JsonNode body) {
    for (ChatMessage each : messages) {
      if (each.place().equals(place) && each.id().equals(body.path("ts").asText())) {
        messages.set(
            messages.indexOf(each), new ChatMessage(place, each.id(), each.thread(), body));
        return "{\"ok\":true,\"ts\":\"" + each.id() + "\"}";
      }
    }
    return "{\"ok\":false,\"error\":\"message_not_found\"}";
  }

  private synchronized String list() {
    return messages.reversed().stream()
        .map(each -> each.place() + (each.thread().isEmpty() ? "  " : "    > ") + each.text())
        .collect(Collectors.joining("\n\n"));
  }

  private static void answer(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.close();
  }
}
