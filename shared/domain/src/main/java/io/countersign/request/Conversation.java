package io.countersign.request;

import io.countersign.explain.Refusal;
import java.util.List;

/** Comments and withdrawal. */
final class Conversation {
  private Conversation() {}

  static Outcome comment(Request state, Command.Comment comment) {
    if (state.status() == Status.MERGING) {
      return Requests.refused(Standing.underWay(state));
    }
    if (!Requester.mayRead(comment.actor(), state, comment.revision(), comment.access())) {
      return Requests.refused(
          new Refusal(
              Refusal.Because.UNKNOWN, "not-found", "There is no such request.", null, List.of()));
    }
    return Requests.accepted(new Event.Commented(comment.actor().id(), comment.text()));
  }

  static Outcome withdraw(Request state, Command.Withdraw withdraw) {
    if (!Requester.mayWithdraw(withdraw.actor(), state, withdraw.access())) {
      return Requests.refused(
          Refusal.forbidden(
              "may-not-withdraw",
              "Only its author or somebody with requests:merge may withdraw it."));
    }
    return Requests.accepted(new Event.Withdrawn(withdraw.actor().id(), withdraw.reason()));
  }
}
