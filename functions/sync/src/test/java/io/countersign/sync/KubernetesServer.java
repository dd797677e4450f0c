package io.countersign.sync;

import io.countersign.json.Json;
import io.fabric8.mockwebserver.MockWebServer;
import io.fabric8.mockwebserver.http.Dispatcher;
import io.fabric8.mockwebserver.http.MockResponse;
import io.fabric8.mockwebserver.http.RecordedRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** An API server by HTTPS, which answers as it is told. */
final class KubernetesServer implements AutoCloseable {
  final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final Map<String, Deque<MockResponse>> answers = new HashMap<>();
  private final Map<String, String> held = new HashMap<>();
  private final MockWebServer server = new MockWebServer();

  record Asked(
      String method,
      String path,
      String query,
      @Nullable String type,
      @Nullable String authorization,
      String body) {}

  KubernetesServer() throws IOException {
    server.useHttps();
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return answered(request);
          }
        });
    server.start();
  }

  /** Where it is. */
  String address() {
    return "https://localhost:" + server.getPort();
  }

  /** The certificate that it shows. */
  String ca() {
    try {
      return Files.readString(Path.of(server.getSelfSignedCertificate().certificatePath()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The next call by this method is answered so, and the one after that by what is said next. */
  void answer(String method, int status, String message) {
    String body =
        Json.object()
            .put("kind", "Status")
            .put("apiVersion", "v1")
            .put("status", "Failure")
            .put("message", message)
            .put("code", status)
            .build()
            .text();
    answers.computeIfAbsent(method, _ -> new ArrayDeque<>()).add(json(status, body));
  }

  /** The next call by this method is sent elsewhere. */
  void redirect(String method, int status, String to) {
    answers
        .computeIfAbsent(method, _ -> new ArrayDeque<>())
        .add(new MockResponse().setResponseCode(status).addHeader("Location", to));
  }

  /** There is a Secret of this name, which holds that document. */
  void holds(String name, String document) {
    held.put(name, document);
  }

  private MockResponse answered(RecordedRequest request) {
    String[] target = request.getPath().split("\\?", 2);
    asked.add(
        new Asked(
            request.getMethod(),
            target[0],
            target.length > 1 ? target[1] : "",
            request.getHeader("Content-Type"),
            request.getHeader("Authorization"),
            request.getUtf8Body()));
    Deque<MockResponse> next = answers.get(request.getMethod());
    if (next != null && !next.isEmpty()) {
      return next.remove();
    }
    String name = target[0].substring(target[0].lastIndexOf('/') + 1);
    if (request.getMethod().equals("GET") && !held.containsKey(name)) {
      return json(404, "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"code\":404}");
    }
    return json(200, secret(name));
  }

  private String secret(String name) {
    Json.Builder annotations = Json.object();
    if (held.containsKey(name)) {
      annotations.put("countersign.io/document", held.get(name));
    }
    Json.Obj metadata =
        Json.object().put("name", name).put("annotations", annotations.build()).build();
    return Json.object()
        .put("kind", "Secret")
        .put("apiVersion", "v1")
        .put("metadata", metadata)
        .build()
        .text();
  }

  private static MockResponse json(int status, String body) {
    return new MockResponse()
        .setResponseCode(status)
        .addHeader("Content-Type", "application/json")
        .setBody(body);
  }

  @Override
  public void close() {
    server.shutdown();
  }
}
