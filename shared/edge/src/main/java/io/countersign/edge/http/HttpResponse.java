package io.countersign.edge.http;

import io.countersign.json.Json;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** An answer; {@code body} is text, or base64 where {@code binary}. */
public record HttpResponse(int status, Map<String, String> headers, String body, boolean binary) {
  private static final Map<String, String> JSON =
      Map.of("content-type", "application/json", "cache-control", "no-store");

  /** A JSON answer that nobody may keep. */
  public static HttpResponse json(int status, Json body) {
    return new HttpResponse(status, JSON, body.text(), false);
  }

  /** The same answer with one more header. */
  public HttpResponse with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new HttpResponse(status, more, body, binary);
  }

  /** The same answer with its body as it was packed. */
  public HttpResponse packed(Coding coding, byte[] bytes) {
    HttpResponse answer = with("content-encoding", coding.token()).with("vary", "accept-encoding");
    return new HttpResponse(
        status, answer.headers, Base64.getEncoder().encodeToString(bytes), true);
  }

  /** As the HTTP API takes it. */
  public Json toJson() {
    Json.Builder all = Json.object();
    new TreeMap<>(headers).forEach((name, value) -> all.put(name, value));
    return Json.object()
        .put("statusCode", status)
        .put("headers", all.build())
        .put("body", body)
        .put("isBase64Encoded", binary)
        .build();
  }
}
