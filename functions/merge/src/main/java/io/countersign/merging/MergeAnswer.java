package io.countersign.merging;

import io.countersign.edge.command.Answers;
import io.countersign.edge.http.HttpResponse;
import io.countersign.explain.Reason;
import io.countersign.explain.Refusal;
import io.countersign.json.Json;
import io.countersign.remedy.Clearing;
import io.countersign.request.Request;
import io.countersign.request.Status;
import io.countersign.revision.RequestId;
import io.countersign.store.Store;
import java.util.List;
import java.util.Objects;

/** What the caller of a merge is told. */
record MergeAnswer(Store store) {
  /** 200 with the end, 202 while it goes on, 409 with the reason when nothing was applied. */
  HttpResponse of(Request request) {
    Json.Builder summary = Answers.summary(request);
    return switch (request.status()) {
      case MERGED, BYPASSED ->
          HttpResponse.json(200, summary.put("documents", Answers.documents(request)).build());
      case MERGING -> HttpResponse.json(202, summary.build());
      case OPEN, REJECTED, WITHDRAWN, EXPIRED, FAILED -> stopped(request);
    };
  }

  /** The same of an undo, which has come to its end when nothing is applied. */
  HttpResponse ofUndo(Request request) {
    return switch (request.status()) {
      case FAILED, MERGING -> of(request);
      case OPEN, MERGED, BYPASSED, REJECTED, WITHDRAWN, EXPIRED ->
          HttpResponse.json(200, Answers.summary(request).build());
    };
  }

  private HttpResponse stopped(Request request) {
    Reason stopped = request.stopped();
    Reason reason =
        stopped == null ? Reason.of("not-merged", "The request is not merged.") : stopped;
    Refusal refusal = Refusal.state(reason.code(), reason.message(), List.of(reason));
    return Answers.problem(refusal, clearing(request)).withPresent(present(request)).response();
  }

  /** Read only once nothing was applied, or not everything. */
  private Clearing clearing(Request request) {
    RequestId id = request.id();
    return new Clearing(
        request,
        Objects.requireNonNull(store.revision(id, request.digest()), "its revision"),
        Objects.requireNonNull(store.rules(id.project()), "its project"),
        store.directory());
  }

  private static Json present(Request request) {
    Json.Builder summary = Answers.summary(request);
    return request.status() == Status.FAILED
        ? summary.put("remains", Answers.remains(request)).build()
        : summary.build();
  }
}
