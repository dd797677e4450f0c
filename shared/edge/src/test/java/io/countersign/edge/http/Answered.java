package io.countersign.edge.http;

import io.countersign.json.Json;
import io.countersign.json.JsonText;

/** An answer as the HTTP API takes it. */
public record Answered(int status, Json.Obj headers, String text) {
  /** What the router makes of the call. */
  public static Answered of(Router router, Calls call) {
    Json.Obj answer = (Json.Obj) router.answer(call.event());
    if (answer.get("statusCode") instanceof Json.Num(String status)
        && answer.get("headers") instanceof Json.Obj headers
        && answer.get("body") instanceof Json.Str(String body)) {
      return new Answered(Integer.parseInt(status), headers, body);
    }
    throw new AssertionError("no answer: " + answer.text());
  }

  public Json.Obj body() {
    return JsonText.object(text);
  }

  /** A text of the body. */
  public String text(String name) {
    return body().get(name) instanceof Json.Str(String value) ? value : "";
  }

  public String header(String name) {
    return headers.get(name) instanceof Json.Str(String value) ? value : "";
  }

  /** The problem's code. */
  public String code() {
    return text("code");
  }
}
