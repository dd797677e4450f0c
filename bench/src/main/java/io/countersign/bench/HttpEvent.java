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
    return of(person, null, "", body);
  }

  /** A POST to something of a request, such as {@code /votes}. */
  static String on(RequestId request, String person, String what, Json body) {
    return of(person, request, what, body);
  }

  private static String of(String person, @Nullable RequestId request, String what, Json body) {
    Subject subject = People.subject(person);
    String base = "/v1/change-requests";
    String text = body.text().replace("\\", "\\\\").replace("\"", "\\\"");
    return TEMPLATE
        .replace("%ROUTE%", "POST " + base + (request == null ? "" : "/{id}") + what)
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
