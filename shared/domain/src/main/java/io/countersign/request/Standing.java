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
      return over(state);
    }
    return switch (state.status()) {
      case OPEN -> null;
      case MERGING -> underWay(state);
      case MERGED ->
          refusal(state, "merged", "The request is merged: make a new one for anything else.");
      case BYPASSED ->
          refusal(
              state,
              "bypassed",
              "The request was merged without its approvers: make a new one for anything else.");
      case REJECTED -> refusal(state, "rejected", "The request was rejected: make a new one.");
      case WITHDRAWN -> refusal(state, "withdrawn", "The request was withdrawn: make a new one.");
      case EXPIRED -> refusal(state, "expired", "The request has expired: make a new one.");
      case FAILED -> refusal(state, "failed", "The request's merge failed: finish it or undo it.");
    };
  }

  /** That nobody can do anything to it any more, although nobody may have written that down. */
  static Refusal over(Request state) {
    return refusal(state, "expired", "The request's time is over: make a new one.");
  }

  static Outcome failed(Request state, Supplier<Outcome> decision) {
    return switch (state.status()) {
      case FAILED -> decision.get();
      case MERGING -> Requests.refused(underWay(state));
      case OPEN, MERGED, BYPASSED, REJECTED, WITHDRAWN, EXPIRED ->
          Requests.refused(refusal(state, "not-failed", "No merge of the request has failed."));
    };
  }

  static Refusal underWay(Request state) {
    return refusal(state, "merging", "The request is being merged just now: wait for its end.");
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
    Reason stopped = state.status() == Status.FAILED ? state.stopped() : null;
    List<Reason> reasons = stopped == null ? List.of() : List.of(stopped);
    return Refusal.state(code, message, reasons);
  }
}
