package io.countersign.request;

import io.countersign.directory.Actor;
import io.countersign.directory.PersonId;
import io.countersign.explain.Reason;
import io.countersign.explain.Refusal;
import io.countersign.policy.BoundPolicy;
import io.countersign.policy.Rules;
import io.countersign.policy.Terms;
import io.countersign.revision.Entitlement;
import io.countersign.revision.Payload;
import io.countersign.revision.Revision;
import io.countersign.rule.Fit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Votes: rules 1, 2 and 5. */
final class Voting {
  private Voting() {}

  static Outcome decide(Request state, Command.CastVote vote, Instant now) {
    if (!vote.seen().equals(state.digest())) {
      return Requests.refused(stale(state));
    }
    if (!(vote.actor().id() instanceof PersonId voter)) {
      return Requests.refused(
          Refusal.forbidden(
              "machines-never-vote", "Machines never vote: a person has to look at the change."));
    }
    Refusal wrong = wrong(vote);
    if (wrong != null) {
      return Requests.refused(wrong);
    }
    Revision revision = vote.revision().in(vote.directory());
    Refusal barred =
        vote.decision() == Decision.RETRACT
            ? unvoted(state, voter)
            : barred(vote.actor(), revision);
    if (barred != null) {
      return Requests.refused(barred);
    }
    if (vote.decision() == Decision.APPROVE) {
      // Other rules may be as they were again when it is merged: nobody agrees beside those.
      List<Reason> other =
          Blocks.ofRules(revision, vote.rules(), vote.directory()).stream()
              .filter(each -> each.code().equals(Fit.CHANGED))
              .toList();
      if (!other.isEmpty()) {
        return Requests.refused(Refusal.state(other));
      }
    }
    List<Event> events = new ArrayList<>();
    events.add(
        new Event.Voted(
            voter, state.digest(), vote.decision(), vote.comment(), vote.via(), vote.lasting()));
    Request after = Requests.evolve(state.id(), state, events.getFirst(), now);
    if (Agreement.declined(after, revision)) {
      events.add(new Event.Rejected(state.digest()));
    } else if (!state.announced()
        && Agreement.now(after, revision, vote.rules(), vote.directory()).agreed()) {
      events.add(agreed(revision, vote.rules(), now));
    }
    return new Outcome.Accepted(events);
  }

  private static Event.Agreed agreed(Revision revision, Rules rules, Instant now) {
    List<Terms> terms = revision.policies().stream().map(BoundPolicy::terms).toList();
    return new Event.Agreed(
        revision.digest(),
        terms.stream()
            .map(Terms::mergeWithin)
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder())
            .map(now::plus)
            .map(time -> Submitting.notAfter(time, Granting.latest(revision, rules)))
            .orElse(null),
        terms.stream().allMatch(Terms::autoMerge));
  }

  /** Only an approval says for how long access may be given, and no longer than is asked for. */
  private static @Nullable Refusal wrong(Command.CastVote vote) {
    Duration lasting = vote.lasting();
    if (lasting == null) {
      return null;
    }
    if (vote.decision() != Decision.APPROVE
        || !(vote.revision().payload() instanceof Payload.OfAccess(Entitlement asked))) {
      return Refusal.rule(
          "no-access", "duration", "Only the approval of access says for how long it is given.");
    }
    return lasting.compareTo(asked.window().lasts()) > 0
        ? Refusal.rule(
            "longer-than-asked",
            "duration",
            "Access is asked for %s: it is not given for longer.".formatted(asked.window().lasts()))
        : null;
  }

  /** A vote may be taken back by whoever cast it, also after they left the set (rule 5). */
  private static @Nullable Refusal unvoted(Request state, PersonId voter) {
    return state.votes().containsKey(voter)
        ? null
        : Refusal.state(
            "no-vote", "You have no vote on this revision that could be taken back.", List.of());
  }

  private static @Nullable Refusal barred(Actor actor, Revision revision) {
    return switch (Eligibility.of(actor, revision)) {
      case ELIGIBLE -> null;
      case AUTHOR ->
          Refusal.forbidden(
              "own-request",
              "You wrote this request, and its policy lets no author approve it: somebody else"
                  + " must.");
      case OWNER ->
          Refusal.forbidden(
              "own-machine",
              "You own the machine that wrote this request, and its policy lets no author approve"
                  + " it: somebody else must.");
      case OUTSIDE ->
          Refusal.forbidden(
              "not-an-approver",
              "You are not among the people who may vote on this request; you may comment.");
      case LEFT ->
          Refusal.forbidden(
              "no-longer-an-approver",
              "You were an approver when this revision was made but are not any more.");
    };
  }

  static Refusal stale(Request state) {
    return Refusal.state(
        "stale-digest",
        "The request has changed since you saw it; look at revision " + state.revision() + ".",
        List.of());
  }
}
