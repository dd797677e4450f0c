package io.countersign.local.lambda;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lambda's Runtime API (2018-06-01) for all processes: each has its own key, the first segment of
 * the address it was given.
 */
final class RuntimeApi {
  private static final String VERSION = "2018-06-01";
  private static final String ACCEPTED = "{\"status\":\"OK\"}";

  private final Map<String, FunctionProcess> processes = new ConcurrentHashMap<>();

  void serves(String key, FunctionProcess process) {
    processes.put(key, process);
  }

  void forget(String key) {
    processes.remove(key);
  }

  /** Answers {@code /<key>/2018-06-01/runtime/…}. */
  void handle(HttpExchange exchange) throws IOException, InterruptedException {
    String[] path = exchange.getRequestURI().getPath().split("/", -1);
    FunctionProcess process = path.length > 3 ? processes.get(path[1]) : null;
    if (process == null || !path[2].equals(VERSION)) {
      Http.answer(exchange, 404, "");
      return;
    }
    String action = String.join("/", Arrays.copyOfRange(path, 3, path.length));
    if (action.equals("runtime/invocation/next")) {
      handOut(exchange, process.next());
      return;
    }
    String body = Http.body(exchange);
    Http.answer(exchange, 202, ACCEPTED);
    if (action.equals("runtime/init/error")) {
      process.initFailed(body);
    } else if (action.endsWith("/error")) {
      process.answered(new Outcome.Failed(body));
    } else {
      process.answered(new Outcome.Answered(body));
    }
  }

  private static void handOut(HttpExchange exchange, Optional<Invocation> next) throws IOException {
    if (next.isEmpty()) {
      exchange.close();
      return;
    }
    Invocation call = next.get();
    var headers = exchange.getResponseHeaders();
    headers.set("Lambda-Runtime-Aws-Request-Id", call.requestId());
    headers.set("Lambda-Runtime-Deadline-Ms", Long.toString(call.deadline().toEpochMilli()));
    headers.set("Lambda-Runtime-Invoked-Function-Arn", call.functionArn());
    headers.set("Lambda-Runtime-Trace-Id", call.traceId());
    Http.answer(exchange, 200, call.event());
  }
}
