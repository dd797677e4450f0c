package io.countersign.request;

import io.countersign.explain.Reason;
import io.countersign.explain.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** Which states a command is taken in. */
final class Standing {
  private Standing() {}

  /** Only while OPEN and in time; everything else is told where the request stands. */
  static Outcome open(Request state, Instant now, Supplier<Outcome> decision) {
    if (state.overdue(now)) {
      return Requests.refused(refusal(state, "expired", "The request's time is over."));
    }
    return switch (state.status()) {
      case OPEN -> decision.get();
      case MERGING ->
          Requests.refused(refusal(state, "merging", "The request is being merged just now."));
      case MERGED -> Requests.refused(refusal(state, "merged", "The request is merged."));
      case BYPASSED ->
          Requests.refused(
              refusal(state, "bypassed", "The request was merged without its approvers."));
      case REJECTED -> Requests.refused(refusal(state, "rejected", "The request was rejected."));
      case WITHDRAWN -> Requests.refused(refusal(state, "withdrawn", "The request was withdrawn."));
      case EXPIRED -> Requests.refused(refusal(state, "expired", "The request has expired."));
      case FAILED -> Requests.refused(refusal(state, "failed", "The request's merge failed."));
    };
  }

  static Outcome merging(Request state, Supplier<Outcome> decision) {
    return state.status() == Status.MERGING
        ? decision.get()
        : Requests.refused(refusal(state, "not-merging", "The request is not being merged."));
  }

  static Refusal exists(Request state) {
    return refusal(state, "exists", "The request was submitted already.");
  }

  static Refusal refusal(Request state, String code, String message) {
    List<Reason> reasons = state.stopped() == null ? List.of() : List.of(state.stopped());
    return Refusal.state(code, message, reasons);
  }
}
