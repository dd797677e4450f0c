package io.countersign.notify.chat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.countersign.json.Json;
import io.countersign.json.JsonText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Slack's API and a workflow of Teams as they are documented, on this machine. */
public final class ChatServer implements AutoCloseable {
  public static final String TOKEN = "xoxb-12345-secretsecret";
  public static final String CONVERSATION = "C024BE91L";

  private static final Duration SLOW = Duration.ofSeconds(2);

  /** What was posted; of one that was edited, as it is now. */
  public record Message(String ts, String thread, Json.Obj body) {
    /** A text of the body. */
    public String text(String name) {
      return body.get(name) instanceof Json.Str(String text) ? text : "";
    }

    /** Everything that is shown of it. */
    public String all() {
      return body.text();
    }
  }

  /** How the answer to a call that has its effect comes back. */
  private enum Back {
    AT_ONCE,
    LATE,
    OVERLONG,
    NEVER
  }

  /**
   * What the next call meets.
   *
   * @param refusal the answer to it, which then has no effect; or null
   */
  private record Planned(@Nullable ChatAnswer refusal, Back back) {}

  private static final Planned USUAL = new Planned(null, Back.AT_ONCE);

  private final HttpServer server;
  private final List<Message> slack = new ArrayList<>();
  private final List<String> teams = new ArrayList<>();
  private final List<String> calls = new ArrayList<>();
  private final Deque<Planned> next = new ArrayDeque<>();

  public ChatServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::handle);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The webhook of a Teams workflow. */
  public String webhook() {
    return address() + "/workflows/1/triggers/manual/paths/invoke?sig=secretsecretsecret";
  }

  public synchronized List<Message> slack() {
    return List.copyOf(slack);
  }

  /** The cards that Teams shows. */
  public synchronized List<String> teams() {
    return List.copyOf(teams);
  }

  /** The messages about that request and the answers to them. */
  public List<Message> slack(String request) {
    Set<String> roots = new HashSet<>();
    return slack().stream()
        .filter(
            each ->
                roots.contains(each.thread())
                    || (each.all().contains("/requests/" + request + "|") && roots.add(each.ts())))
        .toList();
  }

  /** The cards about that request. */
  public List<String> teams(String request) {
    return teams().stream().filter(each -> each.contains("/requests/" + request + "\"")).toList();
  }

  /** The methods that were called. */
  public synchronized List<String> calls() {
    return List.copyOf(calls);
  }

  /** The next call is answered so, and has no effect. */
  public synchronized void next(int status, @Nullable String retryAfter, String body) {
    next.add(new Planned(new ChatAnswer(status, retryAfter, body), Back.AT_ONCE));
  }

  /** The next call has its effect, and is answered too late. */
  public void late() {
    next(Back.LATE);
  }

  /** The next call has its effect, and its answer is longer than anybody reads. */
  public void overlong() {
    next(Back.OVERLONG);
  }

  /** The next call has its effect, and the line is cut before it is answered. */
  public void hangUp() {
    next(Back.NEVER);
  }

  private synchronized void next(Back back) {
    next.add(new Planned(null, back));
  }

  /** The messages are deleted by somebody. */
  public synchronized void forget() {
    slack.clear();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String bearer = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    Planned planned = called(path);
    ChatAnswer answer = planned.refusal() == null ? answer(path, bearer, body) : planned.refusal();
    switch (planned.back()) {
      case AT_ONCE -> answer.write(exchange);
      case LATE -> {
        pause();
        answer.write(exchange);
      }
      case OVERLONG -> answer.overlong().write(exchange);
      case NEVER -> exchange.close();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(SLOW);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized Planned called(String path) {
    calls.add(path.substring(path.lastIndexOf('/') + 1));
    return Objects.requireNonNullElse(next.poll(), USUAL);
  }

  private synchronized ChatAnswer answer(String path, String bearer, String body) {
    return path.startsWith("/api/")
        ? new ChatAnswer(200, null, slack(path, bearer, JsonText.object(body)))
        : card(body);
  }

  private String slack(String path, String bearer, Json.Obj body) {
    Message asked = new Message(text(body, "ts"), text(body, "thread_ts"), body);
    if (!bearer.equals("Bearer " + TOKEN)) {
      return "{\"ok\":false,\"error\":\"invalid_auth\"}";
    }
    if (!asked.text("channel").equals(CONVERSATION)) {
      return "{\"ok\":false,\"error\":\"channel_not_found\"}";
    }
    if (asked.text("text").isEmpty() || !SlackLimits.kept(body)) {
      return "{\"ok\":false,\"error\":\"invalid_blocks\"}";
    }
    if (path.equals("/api/chat.update")) {
      for (Message each : slack) {
        if (each.ts().equals(asked.ts())) {
          slack.set(slack.indexOf(each), asked);
          return "{\"ok\":true,\"ts\":\"" + asked.ts() + "\"}";
        }
      }
      return "{\"ok\":false,\"error\":\"message_not_found\"}";
    }
    String ts = "1700000000.%06d".formatted(slack.size() + 1);
    slack.add(new Message(ts, asked.thread(), body));
    return "{\"ok\":true,\"channel\":\"" + CONVERSATION + "\",\"ts\":\"" + ts + "\"}";
  }

  /** What has not the right shape is taken and not shown. */
  private ChatAnswer card(String body) {
    if (body.getBytes(StandardCharsets.UTF_8).length > 24_000) {
      return new ChatAnswer(413, null, "");
    }
    Json.Obj card = JsonText.object(body);
    if (card.get("attachments") instanceof Json.Arr(List<Json> items)
        && items.getFirst() instanceof Json.Obj attachment
        && attachment.get("content") instanceof Json.Obj content
        && text(content, "version").equals("1.4")
        && text(content, "type").equals("AdaptiveCard")) {
      teams.add(body);
    }
    return new ChatAnswer(202, null, "");
  }

  private static String text(Json.Obj body, String name) {
    return body.get(name) instanceof Json.Str(String text) ? text : "";
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
