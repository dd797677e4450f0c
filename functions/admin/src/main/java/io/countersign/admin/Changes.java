package io.countersign.admin;

import io.countersign.edge.http.HttpRequest;
import io.countersign.edge.http.Problem;
import io.countersign.edge.http.ProblemException;
import io.countersign.json.Fields;
import io.countersign.json.InvalidField;
import io.countersign.json.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The calls that change what is governed, also where several of them are to be one request. */
final class Changes {
  private static final int MOST = 10;
  private static final String KEY = "idempotency-key";

  /** Reads a call. */
  interface Change {
    Draft of(HttpRequest http);
  }

  private final Map<String, Change> byRoute;

  Changes(Map<String, Change> byRoute) {
    this.byRoute = Map.copyOf(byRoute);
  }

  void each(BiConsumer<String, Change> with) {
    byRoute.forEach(with);
  }

  /** The calls that a body names, as they would be by themselves. */
  List<Draft> in(Fields body, HttpRequest http) {
    List<Fields> all = body.objects("changes");
    if (all.isEmpty() || all.size() > MOST) {
      throw new InvalidField("changes", "size", "must have 1 to " + MOST + " items");
    }
    List<Draft> drafts = new ArrayList<>();
    for (Fields each : all) {
      drafts.add(draft(each, http, drafts.size()));
    }
    return drafts;
  }

  private Draft draft(Fields change, HttpRequest whole, int place) {
    String method = change.text("method");
    String path = change.text("path", 300);
    String seen = change.optionalText("ifMatch");
    Json body = change.optional("body");
    change.end();
    for (Map.Entry<String, Change> each : byRoute.entrySet()) {
      Map<String, String> parameters = parameters(each.getKey(), method + " " + path);
      if (parameters != null) {
        try {
          Draft draft =
              each.getValue()
                  .of(
                      new HttpRequest(
                          each.getKey(),
                          method,
                          path,
                          parameters,
                          Map.of(),
                          headers(seen, whole.header(KEY), place),
                          whole.claims(),
                          whole.machines(),
                          body == null ? "" : body.text()));
          return new Draft(draft.project(), sight -> decided(change, place, draft, sight));
        } catch (InvalidField e) {
          throw within(change, e);
        }
      }
    }
    throw new InvalidField(
        change.at("path"),
        "route",
        "must, with its method, be a call that changes what is governed");
  }

  /** What refuses it is told of the change that it refuses. */
  private static Draft.Written decided(Fields change, int place, Draft draft, Sight sight) {
    try {
      return draft.decision().of(sight);
    } catch (InvalidField e) {
      throw within(change, e);
    } catch (ProblemException e) {
      Problem problem = e.problem();
      throw problem
          .with(new Problem.FieldError("changes[" + place + "]", problem.code(), problem.detail()))
          .asException();
    }
  }

  /** What is made under a key is named by it, each change by its own. */
  private static Map<String, String> headers(
      @Nullable String seen, @Nullable String key, int place) {
    Map<String, String> headers = new HashMap<>();
    if (seen != null) {
      headers.put("if-match", seen);
    }
    if (key != null) {
      headers.put(KEY, key + "/" + place);
    }
    return headers;
  }

  /** What is wrong with a change is wrong there in the whole. */
  private static InvalidField within(Fields change, InvalidField e) {
    return new InvalidField(change.at("body." + e.field()), e.rule(), e.problem());
  }

  /** What the placeholders of a route stand for in a call, or null where it is no such call. */
  private static @Nullable Map<String, String> parameters(String route, String call) {
    String[] pattern = route.split("/", -1);
    String[] parts = call.split("/", -1);
    if (pattern.length != parts.length) {
      return null;
    }
    Map<String, String> parameters = new HashMap<>();
    for (int i = 0; i < parts.length; i++) {
      if (pattern[i].startsWith("{")) {
        parameters.put(pattern[i].substring(1, pattern[i].length() - 1), parts[i]);
      } else if (!pattern[i].equals(parts[i])) {
        return null;
      }
    }
    return parameters;
  }
}
