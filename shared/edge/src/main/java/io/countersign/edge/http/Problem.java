package io.countersign.edge.http;

import io.countersign.json.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error in the one shape that there is: RFC 9457 problem details with a stable code.
 *
 * @param errors what is wrong with which field
 * @param reasons the engine's reasons, as data
 * @param present the present state where the caller saw an older one
 */
public record Problem(
    int status,
    String code,
    String detail,
    List<FieldError> errors,
    @Nullable Json reasons,
    @Nullable Json present) {

  /** One field and the rule that it breaks. */
  public record FieldError(String field, String rule, String message) {}

  public static Problem of(int status, String code, String detail) {
    return new Problem(status, code, detail, List.of(), null, null);
  }

  public static Problem field(int status, String code, FieldError error) {
    return new Problem(
        status, code, error.field() + " " + error.message(), List.of(error), null, null);
  }

  /** There is no such thing, or not for this person. */
  public static Problem notFound() {
    return of(404, "not-found", "There is nothing here, or nothing that you may see.");
  }

  /** A link in a mail that is unknown, used up, replaced or over: which of them is not told. */
  public static Problem linkVoid() {
    return of(
        404, "link-void", "This link does not let you vote, or not any more. Sign in instead.");
  }

  /** AWS is away: nothing was lost, the same call may be made again. */
  public static Problem unavailable() {
    return of(
        503,
        "unavailable",
        "A service behind this one does not answer. Nothing is lost; try the same again.");
  }

  public Problem withReasons(Json list) {
    return new Problem(status, code, detail, errors, list, present);
  }

  public Problem withPresent(Json state) {
    return new Problem(status, code, detail, errors, reasons, state);
  }

  /** The same, and what it is about where it says nothing of that. */
  public Problem with(FieldError error) {
    List<FieldError> all = errors.isEmpty() ? List.of(error) : errors;
    return new Problem(status, code, detail, all, reasons, present);
  }

  /** For leaving a deep place; the router answers it. */
  public ProblemException asException() {
    return new ProblemException(this);
  }

  /** The answer. */
  public HttpResponse response() {
    Json.Builder body =
        Json.object()
            .put("type", "urn:countersign:problem:" + code)
            .put("title", title())
            .put("status", status)
            .put("code", code)
            .put("detail", detail);
    if (!errors.isEmpty()) {
      body.put(
          "errors",
          Json.array(
              errors,
              each ->
                  Json.object()
                      .put("field", each.field())
                      .put("rule", each.rule())
                      .put("message", each.message())
                      .build()));
    }
    Json shown = explained();
    if (shown != null) {
      body.put("reasons", shown);
    }
    if (present != null) {
      body.put("present", present);
    }
    return HttpResponse.json(status, body.build()).with("content-type", "application/problem+json");
  }

  /**
   * What somebody may not do, or not now, always has a reason: itself, which nobody else clears,
   * where nothing more is known.
   */
  private @Nullable Json explained() {
    if (reasons != null || (status != 403 && status != 409)) {
      return reasons;
    }
    Json itself =
        Json.object()
            .put("code", code)
            .put("message", detail)
            .put("clearedBy", new Json.Arr(List.of()))
            .build();
    return new Json.Arr(List.of(itself));
  }

  private String title() {
    return switch (code) {
      case "wrong-code", "wrong-link-code" -> "Wrong code";
      default -> kind();
    };
  }

  private String kind() {
    return switch (status) {
      case 400 -> "The request is malformed";
      case 401 -> "Sign in";
      case 403 -> "Not allowed";
      case 404 -> "Not found";
      case 405 -> "Method not allowed";
      case 409 -> "Not in this state";
      case 412 -> "Changed in the meantime";
      case 413 -> "Too large";
      case 422 -> "Refused by a rule";
      case 428 -> "If-Match is missing";
      case 503 -> "Not available";
      default -> "Something went wrong";
    };
  }
}
