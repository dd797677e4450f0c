package io.countersign.faults.deployed;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.countersign.edge.http.Calls;
import io.countersign.faults.aws.Killed;
import io.countersign.json.Json;
import io.countersign.json.JsonText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a caller learnt of its call.
 *
 * @param word an HTTP status, {@code done}, {@code comes again} or {@code killed}
 * @param text the answer itself
 */
public record Said(String word, String text) {
  private static final String DONE = "done";
  private static final String AGAIN = "comes again";
  private static final int TIME_LEFT = 15_000;

  private static final Context CONTEXT =
      (Context)
          Proxy.newProxyInstance(
              Context.class.getClassLoader(),
              new Class<?>[] {Context.class},
              (_, method, _) ->
                  method.getName().equals("getRemainingTimeInMillis") ? TIME_LEFT : null);

  /** Whether it was told that what it asked for is so. */
  public boolean well() {
    return word.startsWith("2") || word.equals(DONE);
  }

  /** Whether it was told that what it asked for is not so. */
  public boolean refused() {
    return word.startsWith("4");
  }

  /** Calls over HTTP. */
  public static Said http(RequestStreamHandler function, Calls call) {
    return of(
        () -> {
          Json.Obj answer = JsonText.object(answer(function, call.event().text()));
          String status = answer.get("statusCode") instanceof Json.Num(String token) ? token : "?";
          String body = answer.get("body") instanceof Json.Str(String text) ? text : "";
          return new Said(status, body);
        });
  }

  /** Hands a function one message of a queue. */
  public static Said message(RequestStreamHandler function, Json body) {
    return batch(function, Json.object().put("messageId", "1").put("body", body.text()).build());
  }

  /** Hands a function one event, as a rule of the bus puts it into a queue. */
  public static Said event(RequestStreamHandler function, Json detail) {
    return message(
        function, Json.object().put("source", "countersign").put("detail", detail).build());
  }

  /** Hands a function one record of the table's stream. */
  public static Said record(RequestStreamHandler function, String pk) {
    Json key = Json.object().put("S", pk).build();
    Json keys = Json.object().put("pk", key).build();
    Json table = Json.object().put("Keys", keys).build();
    return batch(function, Json.object().put("dynamodb", table).build());
  }

  private static Said batch(RequestStreamHandler function, Json record) {
    return woken(
        function, Json.object().put("Records", Json.array(List.of(record), each -> each)).build());
  }

  /** Wakes a function; one that fails is woken again. */
  public static Said woken(RequestStreamHandler function, Json event) {
    return of(
        () -> {
          try {
            String answer = answer(function, event.text());
            return new Said(answer.contains("itemIdentifier") ? AGAIN : DONE, answer);
          } catch (IllegalStateException e) {
            return new Said(AGAIN, e + "");
          }
        });
  }

  private static String answer(RequestStreamHandler function, String event) {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try {
      function.handleRequest(
          new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), answer, CONTEXT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return answer.toString(StandardCharsets.UTF_8);
  }

  private interface Calling {
    Said make();
  }

  private static Said of(Calling calling) {
    try {
      return calling.make();
    } catch (Killed e) {
      return new Said("killed", "");
    }
  }
}
