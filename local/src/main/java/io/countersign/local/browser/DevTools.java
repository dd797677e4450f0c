package io.countersign.local.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The Chrome DevTools Protocol: calls and their answers, and what happens where somebody listens.
 */
final class DevTools implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PATIENCE_SECONDS = 60;

  private final HttpClient http = HttpClient.newHttpClient();
  private final WebSocket socket;
  private final AtomicInteger number = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
  private final Map<String, Consumer<JsonNode>> listeners = new ConcurrentHashMap<>();

  DevTools(URI address) {
    socket = http.newWebSocketBuilder().buildAsync(address, new Answers()).join();
  }

  /** Calls the browser itself. */
  JsonNode call(String method, Map<String, ?> parameters) {
    return call("", method, parameters);
  }

  /** Calls the page of that session; an error is an answer with {@code error}. */
  synchronized JsonNode call(String session, String method, Map<String, ?> parameters) {
    int id = number.incrementAndGet();
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    message.put("id", id).put("method", method).set("params", JSON.valueToTree(parameters));
    if (!session.isEmpty()) {
      message.put("sessionId", session);
    }
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    waiting.put(id, answer);
    socket.sendText(message.toString(), true).join();
    return answer.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }

  /** Tells of everything that happens in that session from now on, in its order. */
  void hear(String session, Consumer<JsonNode> listener) {
    listeners.put(session, listener);
  }

  @Override
  public void close() {
    socket.abort();
    http.shutdownNow();
  }

  private final class Answers implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        take(text.toString());
        text.setLength(0);
      }
      from.request(1);
      return null;
    }

    private void take(String message) {
      try {
        JsonNode said = JSON.readTree(message);
        CompletableFuture<JsonNode> caller = waiting.remove(said.path("id").asInt());
        Consumer<JsonNode> listener = listeners.get(said.path("sessionId").asText());
        if (caller != null) {
          caller.complete(said);
        } else if (listener != null && said.has("method")) {
          listener.accept(said);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
