package io.countersign.request;

import io.countersign.explain.Reason;
import io.countersign.explain.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Which states a command is taken in. */
final class Standing {
  private Standing() {}

  /** Only while OPEN and in time; everything else is told where the request stands. */
  static Outcome open(Request state, Instant now, Supplier<Outcome> decision) {
    Refusal closed = closed(state, now);
    return closed == null ? decision.get() : Requests.refused(closed);
  }

  /** Why nothing can be done to it now, or null. */
  static @Nullable Refusal closed(Request state, Instant now) {
    if (state.overdue(now)) {
      return refusal(state, "expired", "The request's time is over.");
    }
    return switch (state.status()) {
      case OPEN -> null;
      case MERGING -> refusal(state, "merging", "The request is being merged just now.");
      case MERGED -> refusal(state, "merged", "The request is merged.");
      case BYPASSED -> refusal(state, "bypassed", "The request was merged without its approvers.");
      case REJECTED -> refusal(state, "rejected", "The request was rejected.");
      case WITHDRAWN -> refusal(state, "withdrawn", "The request was withdrawn.");
      case EXPIRED -> refusal(state, "expired", "The request has expired.");
      case FAILED -> refusal(state, "failed", "The request's merge failed: finish it or undo it.");
    };
  }

  static Outcome failed(Request state, Supplier<Outcome> decision) {
    return switch (state.status()) {
      case FAILED -> decision.get();
      case MERGING ->
          Requests.refused(refusal(state, "merging", "The request is being merged just now."));
      case OPEN, MERGED, BYPASSED, REJECTED, WITHDRAWN, EXPIRED ->
          Requests.refused(refusal(state, "not-failed", "No merge of the request has failed."));
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
