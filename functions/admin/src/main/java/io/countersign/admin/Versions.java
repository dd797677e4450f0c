package io.countersign.admin;

import io.countersign.edge.http.HttpRequest;
import io.countersign.edge.http.HttpResponse;
import io.countersign.edge.http.Problem;
import io.countersign.json.Json;

/** ETags: an entry's version in quotes. A new entry needs none, an edit needs the present one. */
final class Versions {
  private Versions() {}

  /**
   * The version to come.
   *
   * @param present of the entry as it is, 0 where there is none
   * @throws ProblemException 428 without If-Match on an edit, 412 when it names another version
   */
  static long next(HttpRequest http, long present) {
    String wanted = http.header("if-match");
    if (present == 0) {
      // What nobody has written may still be there to be read, as the organisation's settings are.
      if (wanted != null && !wanted.equals(tag(0))) {
        throw Problem.of(412, "changed", "There is no such thing yet, so If-Match names nothing.")
            .asException();
      }
      return 1;
    }
    if (wanted == null) {
      throw Problem.of(
              428,
              "if-match-required",
              "It exists already: send If-Match with the ETag of what you saw.")
          .asException();
    }
    if (!wanted.equals(tag(present))) {
      throw Problem.of(412, "changed", "Somebody changed it since you saw it; read it again.")
          .withPresent(Json.object().put("etag", tag(present)).build())
          .asException();
    }
    return present + 1;
  }

  static String tag(long version) {
    return "\"" + version + "\"";
  }

  /** 201 for what is new, 200 for what was edited, with the new ETag. */
  static HttpResponse answer(Json body, long version) {
    return HttpResponse.json(version == 1 ? 201 : 200, body).with("etag", tag(version));
  }
}
