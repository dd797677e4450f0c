package io.countersign.request;

import io.countersign.directory.PersonId;
import io.countersign.explain.Refusal;
import io.countersign.revision.Revision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Votes: rules 1, 2 and 5. */
final class Voting {
  private Voting() {}

  static Outcome decide(Request state, Command.CastVote vote) {
    if (!vote.seen().equals(state.digest())) {
      return Requests.refused(stale(state));
    }
    PersonId voter = vote.actor().id();
    Revision revision = vote.revision();
    Eligibility eligibility = Eligibility.of(vote.actor(), revision);
    switch (eligibility) {
      case AUTHOR -> {
        return Requests.refused(
            Refusal.forbidden(
                "own-request",
                "You wrote this request, and its policy lets no author approve it: somebody else"
                    + " must."));
      }
      case OUTSIDE -> {
        return Requests.refused(
            Refusal.forbidden(
                "not-an-approver",
                "You are not among the people who may vote on this request; you may comment."));
      }
      case LEFT -> {
        return Requests.refused(
            Refusal.forbidden(
                "no-longer-an-approver",
                "You were an approver when this revision was made but are not any more."));
      }
      case ELIGIBLE -> {}
    }
    List<Event> events = new ArrayList<>();
    events.add(new Event.Voted(voter, state.digest(), vote.decision(), vote.comment()));
    Request after = Requests.evolve(state.id(), state, events.getFirst(), Instant.EPOCH);
    if (Agreement.declined(after, revision)) {
      events.add(new Event.Rejected(state.digest()));
    } else if (!state.announced()
        && Agreement.of(after, revision, List.of(), Agreement.Now.unchangedBut(vote.actor()))
            .agreed()) {
      events.add(new Event.Agreed(state.digest()));
    }
    return new Outcome.Accepted(events);
  }

  static Refusal stale(Request state) {
    return Refusal.state(
        "stale-digest",
        "The request has changed since you saw it; look at revision " + state.revision() + ".",
        List.of());
  }
}
