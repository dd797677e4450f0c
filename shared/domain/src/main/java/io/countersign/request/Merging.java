package io.countersign.request;

import io.countersign.directory.Access;
import io.countersign.directory.Actor;
import io.countersign.directory.Directory;
import io.countersign.explain.Reason;
import io.countersign.explain.Refusal;
import io.countersign.policy.Rules;
import io.countersign.revision.Digest;
import io.countersign.revision.Entitlement;
import io.countersign.revision.Payload;
import io.countersign.revision.Remains;
import io.countersign.revision.Revision;
import io.countersign.rule.Edit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The edges of a merge: rules 4, 6 and 9. What lies between is the merge protocol's. */
final class Merging {
  private Merging() {}

  static Outcome start(Request state, Command.StartMerge start, Instant now) {
    Refusal barred =
        barred(state, start.actor(), start.seen(), start.revision(), start.rules().access());
    if (barred != null) {
      return Requests.refused(barred);
    }
    List<Reason> reasons =
        Agreement.beforeMerge(state, start.revision(), start.rules(), start.directory());
    if (!reasons.isEmpty()) {
      return Requests.refused(
          Refusal.state("not-agreed", "The request cannot be merged yet.", reasons));
    }
    return started(
        state,
        start.revision(),
        start.rules(),
        start.directory(),
        Event.MergeStarted.agreed(start.actor().id(), state.digest(), start.resume()),
        now);
  }

  /** Why somebody may not merge what they saw, whatever its approvers say; or null. */
  static @Nullable Refusal barred(
      Request state, Actor actor, Digest seen, Revision revision, Access access) {
    if (!Requester.mayMerge(actor, state, revision, access)) {
      return Refusal.forbidden(
          "may-not-merge",
          "Only its author, one of its approvers or somebody with requests:merge may merge it.");
    }
    return seen.equals(state.digest()) ? null : Voting.stale(state);
  }

  /**
   * What a merge that begins now comes to: of a change of secrets the beginning alone; of access
   * and of rules its whole way, and so its end.
   */
  static Outcome started(
      Request state,
      Revision revision,
      Rules rules,
      Directory directory,
      Event.MergeStarted started,
      Instant now) {
    // Values are bound to their revision when they are unsealed; of others this is all there is.
    if (!(revision.payload() instanceof Payload.OfSecrets)
        && !revision.recomputed().equals(state.digest())) {
      return Requests.refused(
          Refusal.state(
              "revision-altered",
              "What is stored of this revision is not what its approvers agreed to: revise the request.",
              List.of()));
    }
    return switch (revision.payload()) {
      case Payload.OfSecrets _ -> Requests.accepted(started);
      case Payload.OfAccess(Entitlement asked) ->
          Requests.accepted(
              started.whole(),
              applied(state, started),
              new Event.AccessGranted(
                  Granting.granted(state, revision, asked, rules, directory, now)));
      case Payload.OfGovernance(_, List<Edit> edits, _) ->
          Requests.accepted(
              started.whole(),
              applied(state, started),
              new Event.RulesChanged(edits.stream().map(Edit::thing).toList()));
    };
  }

  private static Event applied(Request state, Event.MergeStarted started) {
    return started.mode() == Event.Mode.BYPASS
        ? new Event.Bypassed(state.digest(), List.of())
        : new Event.Merged(state.digest(), List.of());
  }

  static Outcome finish(Request state, Command.Finish finish) {
    List<Event> events = new ArrayList<>();
    events.add(
        state.ending().unreviewed() == null
            ? new Event.Merged(state.digest(), finish.documents())
            : new Event.Bypassed(state.digest(), finish.documents()));
    finish.documents().forEach(each -> events.add(new Event.SecretsChanged(each)));
    return new Outcome.Accepted(events);
  }

  static Outcome giveUp(Request state, Command.GiveUp giveUp) {
    return Requests.accepted(new Event.Conflicted(state.digest(), giveUp.reason(), giveUp.dead()));
  }

  static Outcome fail(Request state, Command.Fail fail) {
    return Requests.accepted(new Event.Failed(state.digest(), fail.remains()));
  }

  static Reason summary(List<Remains> remains) {
    return Reason.of(
        "merge-failed", remains.stream().map(Remains::message).collect(Collectors.joining(" ")));
  }
}
