package io.countersign.submit;

import io.countersign.edge.http.Problem;
import io.countersign.edge.http.ProblemException;

/** A request is of another kind than the route. */
final class OtherKind {
  private OtherKind() {}

  static ProblemException refused(String route) {
    return Problem.of(
            409, "other-kind", "The request proposes something else: it is revised by " + route)
        .asException();
  }
}
