package io.countersign.bench;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.countersign.json.Json;
import io.countersign.json.JsonText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.GZIPInputStream;

/** Calls a handler as Lambda does. */
final class Call {
  /** A minute is left, always; nothing else is known. */
  static final Context CONTEXT =
      (Context)
          Proxy.newProxyInstance(
              Context.class.getClassLoader(),
              new Class<?>[] {Context.class},
              (proxy, method, arguments) ->
                  method.getName().equals("getRemainingTimeInMillis") ? 60_000 : null);

  private Call() {}

  /**
   * What the function answers over HTTP.
   *
   * @throws IllegalStateException unless it is a success
   */
  static Json.Obj answered(RequestStreamHandler handler, String event) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      handler.handleRequest(
          new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), out, CONTEXT);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    Json.Obj answer = JsonText.object(out.toString(StandardCharsets.UTF_8));
    if (!(answer.get("statusCode") instanceof Json.Num(String status) && status.startsWith("2"))) {
      throw new IllegalStateException("answered with " + answer.text());
    }
    return JsonText.object(body(answer));
  }

  private static String body(Json.Obj answer) {
    String body = text(answer, "body");
    if (!(answer.get("isBase64Encoded") instanceof Json.Bool(boolean packed) && packed)) {
      return body;
    }
    try (InputStream zip =
        new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(body)))) {
      return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of that name, empty where there is none. */
  static String text(Json.Obj object, String name) {
    return object.get(name) instanceof Json.Str(String text) ? text : "";
  }
}
