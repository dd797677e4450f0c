package io.countersign.bench;

import io.countersign.directory.Subject;
import io.countersign.json.Json;
import io.countersign.revision.RequestId;
import io.countersign.sample.People;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Calls as the HTTP API hands them to a function. */
final class HttpEvent {
  private static final String TEMPLATE = template();

  private HttpEvent() {}

  /** A POST to {@code /v1/change-requests} itself. */
  static String submission(String person, Json body) {
    return of("POST", person, null, "", body.text());
  }

  /** A POST to something of a request, such as {@code /votes}. */
  static String on(RequestId request, String person, String what, Json body) {
    return of("POST", person, request, what, body.text());
  }

  /** A look at a request's page. */
  static String look(RequestId request, String person) {
    return of("GET", person, request, "", "");
  }

  private static String of(
      String method, String person, @Nullable RequestId request, String what, String body) {
    Subject subject = People.subject(person);
    String base = "/v1/change-requests";
    String text = body.replace("\\", "\\\\").replace("\"", "\\\"");
    return TEMPLATE
        .replace("%METHOD%", method)
        .replace("%ROUTE%", method + " " + base + (request == null ? "" : "/{id}") + what)
        .replace("%PATH%", base + (request == null ? "" : "/" + request) + what)
        .replace("%PARAMETERS%", request == null ? "" : "\"id\": \"" + request + "\"")
        .replace("%ISSUER%", subject.issuer())
        .replace("%SUBJECT%", subject.subject())
        .replace("%BODY%", text);
  }

  private static String template() {
    try (InputStream in =
        Objects.requireNonNull(HttpEvent.class.getResourceAsStream("event.json"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
