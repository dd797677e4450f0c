package io.countersign.merging;

import io.countersign.edge.command.Answers;
import io.countersign.edge.http.HttpResponse;
import io.countersign.edge.http.Problem;
import io.countersign.explain.Reason;
import io.countersign.json.Json;
import io.countersign.request.Request;
import io.countersign.request.Status;

/** What the caller of a merge is told. */
final class MergeAnswer {
  private MergeAnswer() {}

  /** 200 with the end, 202 while it goes on, 409 with the reason when nothing was applied. */
  static HttpResponse of(Request request) {
    Json.Builder summary = Answers.summary(request);
    return switch (request.status()) {
      case MERGED, BYPASSED ->
          HttpResponse.json(200, summary.put("documents", Answers.documents(request)).build());
      case MERGING -> HttpResponse.json(202, summary.build());
      case OPEN, REJECTED, WITHDRAWN, EXPIRED, FAILED -> stopped(request);
    };
  }

  /** The same of an undo, which has come to its end when nothing is applied. */
  static HttpResponse ofUndo(Request request) {
    return switch (request.status()) {
      case FAILED, MERGING -> of(request);
      case OPEN, MERGED, BYPASSED, REJECTED, WITHDRAWN, EXPIRED ->
          HttpResponse.json(200, Answers.summary(request).build());
    };
  }

  private static HttpResponse stopped(Request request) {
    Reason reason = request.stopped();
    return Problem.of(
            409,
            reason == null ? "not-merged" : reason.code(),
            reason == null ? "The request is not merged." : reason.message())
        .withPresent(present(request))
        .response();
  }

  private static Json present(Request request) {
    Json.Builder summary = Answers.summary(request);
    return request.status() == Status.FAILED
        ? summary.put("remains", Answers.remains(request)).build()
        : summary.build();
  }
}
