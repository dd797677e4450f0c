package io.countersign.tests.api;

import io.countersign.local.api.Answer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import tools.jackson.databind.JsonNode;

/** Holds real calls against the document, and remembers which operations were answered well. */
public final class Contract {
  private static final Set<String> COVERED = new ConcurrentSkipListSet<>();

  private Contract() {}

  /** The operations of which at least one call succeeded and its answer was as documented. */
  public static Set<String> covered() {
    return COVERED;
  }

  static void check(String method, String target, String body, Answer answer) {
    Operation operation = OpenApi.DOCUMENT.of(method, "/" + target.replaceFirst("\\?.*", ""));
    String call = method + " " + target + " -> " + answer;
    JsonNode response = response(operation, answer, call);
    headers(response, answer, call);
    content(response, answer, call);
    Reasons.note(answer);
    if (answer.status() < 300) {
      request(operation, body, call);
      COVERED.add(operation.key());
    }
  }

  private static JsonNode response(Operation operation, Answer answer, String call) {
    JsonNode response = operation.node().path("responses").path(answer.status() + "");
    if (response.isMissingNode()) {
      throw new AssertionError("status is not documented: " + call);
    }
    return OpenApi.DOCUMENT.resolved(response);
  }

  private static void headers(JsonNode response, Answer answer, String call) {
    for (Map.Entry<String, JsonNode> header : response.path("headers").properties()) {
      JsonNode schema = OpenApi.DOCUMENT.resolved(header.getValue()).path("schema");
      String value = answer.header(header.getKey());
      if (!value.matches(schema.path("pattern").asString())) {
        throw new AssertionError(header.getKey() + " is \"" + value + "\": " + call);
      }
    }
  }

  private static void content(JsonNode response, Answer answer, String call) {
    JsonNode content = response.path("content");
    String type = answer.header("Content-Type").replaceFirst(";.*", "");
    if (content.isMissingNode()) {
      none(answer.body().isMissingNode() ? List.of() : List.of("there is a body"), call);
      return;
    }
    if (!content.has(type)) {
      throw new AssertionError("content type " + type + " is not documented: " + call);
    }
    if (type.matches(".*[/+]json")) {
      JsonNode schema = content.path(type).path("schema");
      none(OpenApi.DOCUMENT.errors(schema, answer.body().toString()), call);
    }
  }

  /** A body that was taken is one that the document allows. */
  private static void request(Operation operation, String body, String call) {
    JsonNode schema =
        OpenApi.DOCUMENT
            .resolved(operation.node().path("requestBody"))
            .path("content")
            .path("application/json");
    if (!schema.isMissingNode() && !body.isEmpty()) {
      none(OpenApi.DOCUMENT.errors(schema.path("schema"), body), "body of " + call);
    }
  }

  private static void none(List<String> errors, String call) {
    if (!errors.isEmpty()) {
      throw new AssertionError(call + "\n" + String.join("\n", errors));
    }
  }
}
