package io.countersign.request;

import io.countersign.directory.ActorId;
import io.countersign.directory.Directory;
import io.countersign.explain.Reason;
import io.countersign.explain.Refusal;
import io.countersign.policy.Rules;
import io.countersign.revision.Revision;
import java.time.Instant;
import java.util.List;

/** Taking a failed merge up again (rule 9), by those who may merge. */
public final class TakingUp {
  private TakingUp() {}

  static Outcome decide(Request state, Command.TakeUp takeUp, Instant now) {
    if (!Requester.mayMerge(takeUp.actor(), state, takeUp.revision(), takeUp.rules().access())) {
      return Requests.refused(
          Refusal.forbidden(
              "may-not-merge",
              "Only its author, one of its approvers or somebody with requests:merge may finish or"
                  + " undo it."));
    }
    return Standing.failed(state, () -> failed(state, takeUp, now));
  }

  private static Outcome failed(Request state, Command.TakeUp takeUp, Instant now) {
    if (!takeUp.seen().equals(state.digest())) {
      return Requests.refused(Voting.stale(state));
    }
    if (takeUp.way() == Event.Mode.FINISH && state.late(now)) {
      return Requests.refused(late(state));
    }
    List<Reason> reasons =
        switch (takeUp.way()) {
          case FINISH -> beforeFinish(state, takeUp.revision(), takeUp.rules(), takeUp.directory());
          case UNDO, MERGE, BYPASS -> List.of();
        };
    if (!reasons.isEmpty()) {
      return Requests.refused(
          Refusal.state(
              "not-agreed",
              "The merge cannot be finished, as the request could not be merged now; it can be"
                  + " undone.",
              reasons));
    }
    return Requests.accepted(again(state, takeUp));
  }

  /** What goes around its approvers says so each time that it begins. */
  private static Event.MergeStarted again(Request state, Command.TakeUp takeUp) {
    ActorId by = takeUp.actor().id();
    Request.Unreviewed around = state.ending().unreviewed();
    return takeUp.way() == Event.Mode.FINISH && around != null
        ? new Event.MergeStarted(
            by, state.digest(), takeUp.way(), around.reason(), state.rejecting(), false)
        : Event.MergeStarted.again(by, state.digest(), takeUp.way());
  }

  /** What keeps a failed merge from being finished. */
  static List<Reason> hindrances(
      Request state, Revision revision, Rules rules, Directory directory, Instant now) {
    return state.late(now)
        ? List.of(Reason.of(late(state).code(), late(state).message()))
        : beforeFinish(state, revision, rules, directory);
  }

  private static Refusal late(Request state) {
    return Standing.refusal(state, "expired", "The time to merge it is over: undo it.");
  }

  /**
   * What a merge that starts now needs. One that went around its approvers needs that it still may,
   * or their agreement.
   */
  private static List<Reason> beforeFinish(
      Request state, Revision revision, Rules rules, Directory directory) {
    List<Reason> reasons = Agreement.beforeMerge(state, revision, rules, directory);
    return state.ending().unreviewed() == null || reasons.isEmpty()
        ? reasons
        : Bypassing.beforeFinish(state, revision, rules, directory);
  }
}
