package io.countersign.edge.http;

import io.countersign.directory.Subject;
import io.countersign.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** Calls as the HTTP API hands them over, put together piece by piece. */
public final class Calls {
  private final String route;
  private final Map<String, String> headers = new LinkedHashMap<>();
  private final Map<String, String> claims = new LinkedHashMap<>();
  private final Map<String, String> parameters = new LinkedHashMap<>();
  private String body = "";
  private boolean base64;

  private Calls(String route) {
    this.route = route;
  }

  public static Calls to(String route) {
    return new Calls(route);
  }

  public Calls with(String parameter, String value) {
    parameters.put(parameter, value);
    return this;
  }

  public Calls header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  public Calls claim(String name, String value) {
    claims.put(name, value);
    return this;
  }

  /** With the token of the person of {@code People}. */
  public Calls by(String name) {
    return claim("iss", "https://issuer.example.com").claim("sub", "subject-of-" + name);
  }

  /** With a token of this subject. */
  public Calls by(Subject subject) {
    return claim("iss", subject.issuer()).claim("sub", subject.subject());
  }

  public Calls body(String text) {
    body = text;
    return this;
  }

  public Calls base64(String text) {
    base64 = true;
    return body(text);
  }

  public Json event() {
    String[] words = route.split(" ", 2);
    return Json.object()
        .put("version", "2.0")
        .put("routeKey", route)
        .put("rawPath", words[1].replace("{id}", parameters.getOrDefault("id", "")))
        .put("headers", texts(headers))
        .put("pathParameters", texts(parameters))
        .put("body", body)
        .put("isBase64Encoded", base64)
        .put(
            "requestContext",
            Json.object()
                .put("http", Json.object().put("method", words[0]).build())
                .put(
                    "authorizer",
                    Json.object()
                        .put("jwt", Json.object().put("claims", texts(claims)).build())
                        .build())
                .build())
        .build();
  }

  private static Json texts(Map<String, String> texts) {
    Json.Builder json = Json.object();
    texts.forEach((name, value) -> json.put(name, value));
    return json.build();
  }
}
