package io.countersign.edge.log;

import io.countersign.fault.Unavailable;
import io.countersign.json.Json;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes one JSON line to the function's log; never a value, a body or a token. */
public final class Log {
  private static final PrintStream OUT =
      new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

  private Log() {}

  /** A call over HTTP. */
  public static void call(String route, int status, String request) {
    line(
        Json.object()
            .put("level", status >= 500 ? "ERROR" : "INFO")
            .put("route", route)
            .put("status", status)
            .put("request", request));
  }

  /** Something done outside of a call. */
  public static void event(String what, String request) {
    line(Json.object().put("level", "INFO").put("event", what).put("request", request));
  }

  /** A fault: its types and places, and messages of our own making only. */
  public static void fault(String what, Throwable fault) {
    List<String> chain = new ArrayList<>();
    for (Throwable each = fault; each != null && chain.size() < 5; each = each.getCause()) {
      chain.add(each.getClass().getName());
    }
    List<String> places =
        Arrays.stream(fault.getStackTrace()).limit(12).map(StackTraceElement::toString).toList();
    line(
        Json.object()
            .put("level", "ERROR")
            .put("event", what)
            .put("message", fault instanceof Unavailable ? fault.getMessage() : null)
            .put("fault", Json.texts(chain))
            .put("at", Json.texts(places)));
  }

  private static void line(Json.Builder line) {
    OUT.println(line.build().text());
  }
}
