package io.countersign.query;

import io.countersign.edge.http.HttpRequest;
import io.countersign.edge.http.HttpResponse;
import io.countersign.edge.http.Problem;
import io.countersign.json.Json;
import io.countersign.name.Token;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The shapes of answers: a list with its cursor, one thing with its ETag. */
final class Lists {
  private Lists() {}

  static <T> HttpResponse of(Collection<T> items, Function<T, Json> each) {
    return of(Json.array(items, each), null);
  }

  static HttpResponse of(Json items, @Nullable String next) {
    return HttpResponse.json(200, Json.object().put("items", items).put("next", next).build());
  }

  /** The one item that is meant, or 404. */
  static <T> HttpResponse find(
      Collection<T> items, Predicate<T> meant, Function<T, HttpResponse> answer) {
    return items.stream()
        .filter(meant)
        .findFirst()
        .map(answer)
        .orElseGet(() -> Problem.notFound().response());
  }

  static HttpResponse one(Json body, long version) {
    return HttpResponse.json(200, body).with("etag", "\"" + version + "\"");
  }

  /** With an ETag over the whole content; 304 to who has it already. */
  static HttpResponse tagged(HttpRequest http, Json body) {
    String tag = "\"" + Token.of(body.text()).substring(0, 32) + "\"";
    return tag.equals(http.header("if-none-match"))
        ? new HttpResponse(304, Map.of("etag", tag, "cache-control", "no-store"), "", false)
        : HttpResponse.json(200, body).with("etag", tag);
  }
}
