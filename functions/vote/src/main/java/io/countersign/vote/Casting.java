package io.countersign.vote;

import io.countersign.edge.command.Answers;
import io.countersign.edge.command.Grounds;
import io.countersign.edge.command.Repeats;
import io.countersign.edge.command.RuledCommands;
import io.countersign.edge.http.HttpRequest;
import io.countersign.edge.http.HttpResponse;
import io.countersign.explain.Reason;
import io.countersign.explain.Refusal;
import io.countersign.request.Agreement;
import io.countersign.request.Command;
import io.countersign.request.Decision;
import io.countersign.request.Event;
import io.countersign.request.Outcome;
import io.countersign.request.Request;
import io.countersign.request.Requests;
import io.countersign.request.Status;
import io.countersign.revision.Digest;
import io.countersign.store.Commit;
import io.countersign.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides on a vote by the rules and people of this moment, commits it, and says what it led to.
 */
final class Casting {
  static final int CAST = 200;

  /**
   * A vote as it was sent.
   *
   * @param lasting for how long at most it lets access be given, or null where it leaves that open
   */
  record Ballot(Digest seen, Decision decision, String comment, @Nullable Duration lasting) {}

  /** What becomes of a vote that is accepted. */
  interface Next {
    /** The answer, or null when something was not as read any more. */
    @Nullable HttpResponse of(
        Grounds grounds, List<Event> voted, Instant now, Repeats.@Nullable Key key);
  }

  private final Store store;
  private final RuledCommands commands;
  private final InstantSource clock;

  Casting(Store store, RuledCommands commands, InstantSource clock) {
    this.store = store;
    this.commands = commands;
    this.clock = clock;
  }

  HttpResponse cast(HttpRequest http, Ballot ballot, Next next) {
    return commands.run(
        http,
        ballot.seen(),
        (grounds, key) -> cast(grounds, ballot, next, key),
        (grounds, status) -> answer(grounds, grounds.request(), status, clock.instant()));
  }

  private @Nullable HttpResponse cast(
      Grounds grounds, Ballot ballot, Next next, Repeats.@Nullable Key key) {
    Instant now = clock.instant();
    Command vote =
        new Command.CastVote(
            grounds.actor(),
            ballot.seen(),
            ballot.decision(),
            ballot.comment(),
            Event.Via.SIGN_IN,
            ballot.lasting(),
            grounds.revision(),
            grounds.rules(),
            grounds.directory());
    return switch (Requests.decide(grounds.request(), vote, now)) {
      case Outcome.Refused(Refusal refusal) ->
          Answers.problem(refusal, grounds.clearing()).response();
      case Outcome.Accepted(List<Event> events) -> {
        List<Reason> around =
            ballot.decision() == Decision.APPROVE
                ? Agreement.around(
                    grounds.revision(), grounds.rules(), grounds.directory(), store::everyProject)
                : List.of();
        yield around.isEmpty()
            ? next.of(grounds, events, now, key)
            : Answers.problem(Refusal.state(around), grounds.clearing()).response();
      }
    };
  }

  /** The vote by itself. */
  @Nullable HttpResponse alone(
      Grounds grounds, List<Event> voted, Instant now, Repeats.@Nullable Key key) {
    Commit commit = vote(grounds, voted, now);
    return commit(commit, CAST, key) ? answer(grounds, commit.after(), CAST, now) : null;
  }

  /** The vote by itself, and why it led to nothing more. */
  @Nullable HttpResponse alone(
      Grounds grounds,
      List<Event> voted,
      Instant now,
      Repeats.@Nullable Key key,
      List<Reason> reasons) {
    Commit commit = vote(grounds, voted, now);
    return commit(commit, CAST, key) ? answer(grounds, commit.after(), CAST, reasons) : null;
  }

  /**
   * What follows from a vote rests on rules and people as they were read, and so does a vote on
   * rules; any other alone does not.
   */
  private static Commit vote(Grounds grounds, List<Event> voted, Instant now) {
    return voted.size() > 1 || !grounds.revision().edits().isEmpty()
        ? grounds.commit(voted, now)
        : Commit.of(grounds.request().id(), grounds.head(), voted, now);
  }

  boolean commit(Commit commit, int status, Repeats.@Nullable Key key) {
    return store.commit(
        commit.repeatable(key == null ? null : key.done(commit.after().id(), status, commit.at())));
  }

  private static HttpResponse answer(Grounds grounds, Request after, int status, Instant now) {
    List<Reason> reasons =
        Requests.hindrances(after, grounds.revision(), grounds.rules(), grounds.directory(), now);
    return answer(grounds, after, status, after.status() == Status.OPEN ? reasons : List.of());
  }

  static HttpResponse answer(Grounds grounds, Request after, int status, List<Reason> reasons) {
    boolean agreed =
        Agreement.now(after, grounds.revision(), grounds.rules(), grounds.directory()).agreed();
    return HttpResponse.json(
        status,
        Answers.summary(after)
            .put("agreed", agreed)
            .put(
                "reasons",
                Answers.reasons(grounds.clearing(after).of(reasons), grounds.directory()))
            .build());
  }
}
