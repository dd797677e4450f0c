package io.countersign.local.lambda;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.Locale;

/** What became of an invocation; the body is JSON. */
sealed interface Outcome {
  String body();

  record Answered(String body) implements Outcome {}

  record Failed(String body) implements Outcome {}

  static Failed timedOut(String requestId, Duration after) {
    return failed(
        "Sandbox.Timedout",
        String.format(
            Locale.ROOT,
            "RequestId: %s Error: Task timed out after %.2f seconds",
            requestId,
            after.toMillis() / 1000.0));
  }

  static Failed exited(String requestId, int status) {
    return failed(
        "Runtime.ExitError",
        "RequestId: " + requestId + " Error: Runtime exited with error: " + reason(status));
  }

  private static String reason(int status) {
    return status > 128 ? "signal: " + (status - 128) : "exit status " + status;
  }

  static Failed failed(String type, String message) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("errorType", type).put("errorMessage", message);
    return new Failed(json.toString());
  }
}
