package io.countersign.local.lambda;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** One call of a function, as the Runtime API hands it out. */
record Invocation(
    String requestId, String functionArn, String traceId, Instant deadline, String event) {

  /** Reads what the emulator posts; a bare POST of an event is taken as a call that begins now. */
  static Invocation from(HttpExchange exchange, FunctionSettings function) throws IOException {
    Headers headers = exchange.getRequestHeaders();
    Instant latest = Instant.now().plus(function.timeout());
    return new Invocation(
        header(headers, "X-Amzn-Lambda-Request-Id", UUID.randomUUID().toString()),
        header(headers, "X-Amzn-Lambda-Function-Arn", "arn:aws:lambda:::" + function.name()),
        header(headers, "X-Amzn-Trace-Id", ""),
        deadline(header(headers, "X-Amzn-Lambda-Deadline-Ms", ""), latest),
        Http.body(exchange));
  }

  private static String header(Headers headers, String name, String absent) {
    return Objects.requireNonNullElse(headers.getFirst(name), absent);
  }

  private static Instant deadline(String milliseconds, Instant latest) {
    if (milliseconds.isEmpty()) {
      return latest;
    }
    Instant given = Instant.ofEpochMilli(Long.parseLong(milliseconds));
    return given.isBefore(latest) ? given : latest;
  }

  Duration left(Instant now) {
    return Duration.between(now, deadline);
  }
}
