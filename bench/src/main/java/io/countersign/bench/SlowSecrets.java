package io.countersign.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.countersign.json.Fields;
import io.countersign.json.Json;
import io.countersign.json.JsonText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/**
 * As much of Secrets Manager as submitting and merging ask of it, each answer late by the same time
 * however many come at once: an emulator would make them wait for one another.
 */
final class SlowSecrets implements AutoCloseable {
  private static final String PROTOCOL = "application/x-amz-json-1.1";

  private final HttpServer server;
  private final Duration latency;
  private final Map<String, SlowSecret> secrets = new ConcurrentHashMap<>();

  private SlowSecrets(HttpServer server, Duration latency) {
    this.server = server;
    this.latency = latency;
  }

  static SlowSecrets start(Duration latency) throws IOException {
    System.setProperty("sun.net.httpserver.nodelay", "true");
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
    SlowSecrets secrets = new SlowSecrets(server, latency);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", secrets::handle);
    server.start();
    return secrets;
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void handle(HttpExchange exchange) throws IOException {
    String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    LockSupport.parkNanos(latency.toNanos());
    Json answer =
        answer(target.substring(target.indexOf('.') + 1), Fields.of(JsonText.parse(body)));
    byte[] bytes = answer.text().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", PROTOCOL);
    boolean fault = answer instanceof Json.Obj object && object.members().containsKey("__type");
    exchange.sendResponseHeaders(fault ? 400 : 200, bytes.length);
    try (exchange) {
      exchange.getResponseBody().write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Json answer(String operation, Fields body) {
    if (operation.equals("CreateSecret")) {
      SlowSecret made = new SlowSecret("arn:aws:secretsmanager:::secret:" + body.text("Name"));
      return secrets.putIfAbsent(body.text("Name"), made) == null
          ? made.put(body, SlowSecret.CURRENT)
          : SlowSecret.fault("ResourceExistsException");
    }
    String name = body.text("SecretId").replaceFirst("^arn:aws:secretsmanager:::secret:", "");
    SlowSecret secret = secrets.get(name);
    if (secret == null) {
      return SlowSecret.fault("ResourceNotFoundException");
    }
    return switch (operation) {
      case "DescribeSecret" -> secret.described();
      case "ListSecretVersionIds" -> secret.listed();
      case "GetSecretValue" -> secret.value(body);
      case "PutSecretValue" ->
          secret.put(body, body.typedList("VersionStages", each -> each).getFirst());
      case "UpdateSecretVersionStage" -> secret.moved(body);
      case "DeleteSecret" -> {
        secrets.remove(name);
        yield secret.described();
      }
      default -> throw new IllegalStateException("not played here: " + operation);
    };
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
