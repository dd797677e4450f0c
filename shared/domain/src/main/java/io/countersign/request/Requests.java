package io.countersign.request;

import io.countersign.directory.Access;
import io.countersign.directory.Actor;
import io.countersign.directory.ActorId;
import io.countersign.directory.Directory;
import io.countersign.directory.Grant;
import io.countersign.directory.PersonId;
import io.countersign.explain.Reason;
import io.countersign.explain.Refusal;
import io.countersign.policy.Rules;
import io.countersign.revision.Digest;
import io.countersign.revision.Landed;
import io.countersign.revision.Remains;
import io.countersign.revision.RequestId;
import io.countersign.revision.Revision;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The engine: what a command comes to, and what an event leaves behind. Pure. */
public final class Requests {
  private Requests() {}

  /**
   * Decides a command.
   *
   * @param state the request as it is, or null before its submission
   * @param now the time of the decision; deadlines are judged by it
   */
  public static Outcome decide(@Nullable Request state, Command command, Instant now) {
    if (state == null) {
      return command instanceof Command.Submit submit
          ? Submitting.decide(submit, now)
          : refused(
              new Refusal(
                  Refusal.Because.UNKNOWN,
                  "not-found",
                  "There is no such request.",
                  null,
                  List.of()));
    }
    return switch (command) {
      case Command.Submit _ -> refused(Standing.exists(state));
      case Command.Revise revise ->
          Standing.open(state, now, () -> Submitting.revise(state, revise, now));
      case Command.CastVote vote ->
          Standing.open(state, now, () -> Voting.decide(state, vote, now));
      case Command.Comment comment -> Conversation.comment(state, comment);
      case Command.Withdraw withdraw ->
          Standing.open(state, now, () -> Conversation.withdraw(state, withdraw));
      case Command.StartMerge start ->
          Standing.open(state, now, () -> Merging.start(state, start, now));
      case Command.Reveal reveal -> Revealing.decide(state, reveal, now);
      case Command.Bypass bypass ->
          Standing.open(state, now, () -> Bypassing.start(state, bypass, now));
      case Command.Acknowledge look -> Reviewing.acknowledge(state, look);
      case Command.TakeUp takeUp -> TakingUp.decide(state, takeUp, now);
      case Command.Finish finish -> Standing.merging(state, () -> Merging.finish(state, finish));
      case Command.GiveUp giveUp -> Standing.merging(state, () -> Merging.giveUp(state, giveUp));
      case Command.Fail fail -> Standing.merging(state, () -> Merging.fail(state, fail));
      case Command.TellOfTrouble(Event.Trouble trouble) ->
          state.status() == Status.MERGING ? refused(Standing.underWay(state)) : accepted(trouble);
      case Command.Expire _ ->
          state.overdue(now)
              ? accepted(new Event.Expired())
              : refused(Standing.refusal(state, "not-due", "The request's time is not over."));
      case Command.Revoke revoke -> Granting.revoke(state, revoke, now);
      case Command.EndAccess end -> Granting.end(state, end, now);
    };
  }

  /**
   * Why the actor may not revise what they saw, said before anything is read for the revision; null
   * when nothing is known against it yet.
   */
  public static @Nullable Refusal unrevisable(
      Request state, Actor actor, Digest seen, Access access, Instant now) {
    Refusal closed = Standing.closed(state, now);
    return closed == null ? Submitting.barred(state, actor, seen, access) : closed;
  }

  /**
   * What keeps the request from being merged now, or from being finished where its merge has
   * failed; nothing once it has ended.
   */
  public static List<Reason> hindrances(
      Request state, Revision revision, Rules rules, Directory directory, Instant now) {
    return switch (state.status()) {
      case OPEN ->
          state.overdue(now)
              ? Standing.over(state).orItself()
              : Agreement.beforeMerge(state, revision, rules, directory);
      case FAILED -> TakingUp.hindrances(state, revision, rules, directory, now);
      case MERGING, MERGED, BYPASSED, REJECTED, WITHDRAWN, EXPIRED -> List.of();
    };
  }

  /**
   * Why the actor may not go on with a merge that is under way, or null: they may if they could
   * have begun it.
   */
  public static @Nullable Refusal unresumable(
      Request state, Actor actor, Digest seen, Revision revision, Access access) {
    return Merging.barred(state, actor, seen, revision, access);
  }

  /** The request after all of these events, the first of which follows {@code state}'s last. */
  public static Request evolve(
      RequestId id, @Nullable Request state, List<Event> events, Instant at) {
    @Nullable Request next = state;
    for (Event event : events) {
      next = evolve(id, next, event, at);
    }
    return Objects.requireNonNull(next, "a request begins with its submission");
  }

  /** The request after one event. */
  public static Request evolve(RequestId id, @Nullable Request state, Event event, Instant at) {
    if (event instanceof Event.Submitted submitted) {
      return Request.begun(id, submitted, at);
    }
    Request before = Objects.requireNonNull(state, "a request begins with its submission");
    long sequence = before.sequence() + 1;
    Request after =
        switch (event) {
          case Event.Submitted _ -> before;
          case Event.Revised revised -> before.revised(revised);
          case Event.Voted(PersonId voter, _, Decision decision, _, _, Duration lasting) ->
              before.with(new Vote(voter, decision, at, sequence, lasting));
          case Event.Agreed agreed -> before.agreed(agreed.mergeBy());
          case Event.Rejected _ -> before.with(Status.REJECTED);
          case Event.Withdrawn _ -> before.with(Status.WITHDRAWN);
          case Event.Expired _ -> before.with(Status.EXPIRED);
          case Event.Commented _,
              Event.RulesChanged _,
              Event.SecretsChanged _,
              Event.Revealed _,
              Event.Trouble _ ->
              before;
          case Event.MergeStarted started ->
              before.with(
                  Status.MERGING,
                  before.ending().started(Bypassing.unreviewed(before, started, at)));
          case Event.Merged(_, List<Landed> documents) ->
              before.with(Status.MERGED, before.ending().landed(documents));
          case Event.Bypassed(_, List<Landed> documents) ->
              before.with(Status.BYPASSED, before.ending().landed(documents));
          case Event.Acknowledged(PersonId by, _) ->
              before.with(before.status(), before.ending().reviewed(new Request.Reviewed(by, at)));
          case Event.AccessGranted(Grant grant) ->
              before.with(
                  before.status(), before.ending().granting(new Request.Granted(grant, null)));
          case Event.AccessEnded(Grant grant, ActorId by, _) ->
              before.with(
                  before.status(),
                  before
                      .ending()
                      .granting(new Request.Granted(grant, new Request.Granted.End(at, by))));
          case Event.Conflicted(_, Reason reason, boolean dead) ->
              before.with(Status.OPEN, before.ending().stoppedBy(reason, dead));
          case Event.Failed(_, List<Remains> remains) ->
              before.with(
                  Status.FAILED, before.ending().failedWith(Merging.summary(remains), remains));
        };
    return after.at(sequence);
  }

  static Outcome accepted(Event... events) {
    return new Outcome.Accepted(List.of(events));
  }

  static Outcome refused(Refusal refusal) {
    return new Outcome.Refused(refusal);
  }
}
