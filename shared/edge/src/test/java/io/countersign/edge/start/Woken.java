package io.countersign.edge.start;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.countersign.json.Json;
import io.countersign.json.JsonText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A handler that is woken by an event of the folder {@code events}. */
public final class Woken {
  /** The digest that stands in the stored events. */
  private static final String DIGEST = "5c1f0a7d" + "7d".repeat(28);

  private static final Duration TIME_LEFT = Duration.ofSeconds(15);

  private Woken() {}

  /** What the handler answers to the event of that name. */
  public static Json.Obj by(String event, RequestStreamHandler handler) {
    return by(event, DIGEST, handler);
  }

  /** The same, the event being about that digest. */
  public static Json.Obj by(String event, String digest, RequestStreamHandler handler) {
    try {
      String text = Files.readString(Path.of("../../events/" + event + ".json"));
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      byte[] bytes = text.replace(DIGEST, digest).getBytes(StandardCharsets.UTF_8);
      handler.handleRequest(new ByteArrayInputStream(bytes), answer, context(TIME_LEFT));
      return JsonText.object(answer.toString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A context that only knows the time. */
  public static Context context(Duration left) {
    return (Context)
        Proxy.newProxyInstance(
            Context.class.getClassLoader(),
            new Class<?>[] {Context.class},
            (_, method, _) -> {
              if (method.getName().equals("getRemainingTimeInMillis")) {
                return (int) left.toMillis();
              }
              throw new AssertionError(method.getName());
            });
  }

  /** The status of an HTTP answer. */
  public static int status(Json.Obj answer) {
    return answer.get("statusCode") instanceof Json.Num(String token) ? Integer.parseInt(token) : 0;
  }

  /** The body of an HTTP answer. */
  public static String body(Json.Obj answer) {
    return answer.get("body") instanceof Json.Str(String text) ? text : "";
  }
}
