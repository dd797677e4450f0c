package io.countersign.submit;

import io.countersign.edge.http.HttpResponse;
import io.countersign.edge.http.Problem;
import java.util.List;

/** What is wrong with a submission, all of it at once. */
final class Invalid {
  private Invalid() {}

  static HttpResponse of(List<io.countersign.proposal.Problem> problems) {
    return answer(
        problems.stream()
            .map(each -> new Problem.FieldError(each.field(), each.rule(), each.message()))
            .toList());
  }

  static HttpResponse answer(List<Problem.FieldError> errors) {
    Problem.FieldError first = errors.getFirst();
    return new Problem(
            422, "invalid-change", first.field() + ": " + first.message(), errors, null, null)
        .response();
  }
}
