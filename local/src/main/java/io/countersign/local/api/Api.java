package io.countersign.local.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A client of the API for one caller.
 *
 * @param base ends in a slash
 * @param headers sent with every call
 * @param attempts how often a call is made until its answer is below 500
 */
public record Api(HttpClient http, URI base, Map<String, String> headers, int attempts) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public Api {
    headers = Map.copyOf(headers);
  }

  /** The API without a token. */
  public static Api at(URI base) {
    return new Api(HttpClient.newHttpClient(), base, Map.of(), 1);
  }

  /** The same with one more header. */
  public Api with(String header, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(header, value);
    return new Api(http, base, more, attempts);
  }

  /** The same as whoever the token is for. */
  public Api as(String token) {
    return with("Authorization", "Bearer " + token);
  }

  /** The same, repeating what the server could not answer; each POST with a key of its own. */
  public Api patient() {
    return new Api(http, base, headers, 5);
  }

  public Answer get(String path) {
    return call("GET", path, "");
  }

  public Answer head(String path) {
    return call("HEAD", path, "");
  }

  /** Posts JSON; the path has no slash in front. */
  public Answer post(String path, String json) {
    return call("POST", path, json);
  }

  public Answer put(String path, String json) {
    return call("PUT", path, json);
  }

  public Answer delete(String path) {
    return call("DELETE", path, "");
  }

  private Answer call(String method, String path, String json) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(Duration.ofSeconds(40))
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(json));
    if (method.equals("POST") && attempts > 1) {
      request.header("Idempotency-Key", UUID.randomUUID().toString());
    }
    headers.forEach(request::setHeader);
    Answer answer = send(request.build());
    for (int again = 1; again < attempts && answer.status() >= 500; again++) {
      answer = send(request.build());
    }
    return answer;
  }

  private Answer send(HttpRequest request) {
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      return new Answer(answer.statusCode(), answer.headers(), parsed(answer.body()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Text that is JSON for certain. */
  public static JsonNode json(String text) {
    return parsed(text);
  }

  private static JsonNode parsed(String body) {
    try {
      return body.isEmpty() ? MissingNode.getInstance() : JSON.readTree(body);
    } catch (JsonProcessingException other) {
      return TextNode.valueOf(body);
    }
  }
}
