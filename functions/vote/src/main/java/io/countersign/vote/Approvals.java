package io.countersign.vote;

import io.countersign.edge.command.Answers;
import io.countersign.edge.command.Grounds;
import io.countersign.edge.command.Locked;
import io.countersign.edge.command.Repeats;
import io.countersign.edge.command.RuledCommands;
import io.countersign.edge.http.HttpRequest;
import io.countersign.edge.http.HttpResponse;
import io.countersign.explain.Reason;
import io.countersign.explain.Refusal;
import io.countersign.merge.Plan;
import io.countersign.remedy.Clearing;
import io.countersign.request.Agreement;
import io.countersign.request.Command;
import io.countersign.request.Decision;
import io.countersign.request.Event;
import io.countersign.request.Outcome;
import io.countersign.request.Request;
import io.countersign.request.Requests;
import io.countersign.revision.Digest;
import io.countersign.store.Commit;
import io.countersign.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Casts an approval, and where that makes the request agreed by the rules of this moment, commits
 * the plan to merge it in the same transaction. Where it does not, the vote stands alone and the
 * answer says why.
 */
final class Approvals {
  private static final int CAST = 200;
  private static final int GOES_ON = 202;

  private final Store store;
  private final RuledCommands commands;
  private final InstantSource clock;

  Approvals(Store store, RuledCommands commands, InstantSource clock) {
    this.store = store;
    this.commands = commands;
    this.clock = clock;
  }

  HttpResponse cast(HttpRequest http, Digest seen, String comment) {
    return commands.run(
        http,
        seen,
        (grounds, key) -> cast(grounds, seen, comment, key),
        (grounds, status) -> again(grounds, status));
  }

  private @Nullable HttpResponse cast(
      Grounds grounds, Digest seen, String comment, Repeats.@Nullable Key key) {
    Instant now = clock.instant();
    Command vote =
        new Command.CastVote(grounds.actor(), seen, Decision.APPROVE, comment, grounds.revision());
    return switch (Requests.decide(grounds.request(), vote, now)) {
      case Outcome.Refused(Refusal refusal) ->
          Answers.problem(refusal, grounds.clearing()).response();
      case Outcome.Accepted(List<Event> events) -> merge(grounds, events, now, key);
    };
  }

  private @Nullable HttpResponse merge(
      Grounds grounds, List<Event> voted, Instant now, Repeats.@Nullable Key key) {
    Request after = Requests.evolve(grounds.request().id(), grounds.request(), voted, now);
    Command merge =
        new Command.StartMerge(
            grounds.actor(),
            after.digest(),
            grounds.revision(),
            grounds.rules(),
            grounds.directory(),
            true);
    return switch (Requests.decide(after, merge, now)) {
      case Outcome.Refused(Refusal refusal) -> alone(grounds, voted, now, key, refusal.orItself());
      case Outcome.Accepted(List<Event> started) -> {
        Plan plan = grounds.plan();
        Locked locked = Locked.find(store, plan, grounds.sight());
        if (locked != null) {
          yield alone(grounds, voted, now, key, List.of(locked.reason()));
        }
        List<Event> all = new ArrayList<>(voted);
        all.addAll(started);
        Commit commit = grounds.commit(all, now).with(plan);
        yield commit(grounds, commit, GOES_ON, key, List.of());
      }
    };
  }

  /** The vote by itself rests on no rules: what they say is judged when it is merged. */
  private @Nullable HttpResponse alone(
      Grounds grounds,
      List<Event> voted,
      Instant now,
      Repeats.@Nullable Key key,
      List<Reason> reasons) {
    Commit commit = Commit.of(grounds.request().id(), grounds.head(), voted, now);
    return commit(grounds, commit, CAST, key, reasons);
  }

  private @Nullable HttpResponse commit(
      Grounds grounds, Commit commit, int status, Repeats.@Nullable Key key, List<Reason> reasons) {
    Request after = commit.after();
    Commit repeatable =
        commit.repeatable(key == null ? null : key.done(after.id(), status, commit.at()));
    return store.commit(repeatable) ? answer(grounds, after, status, reasons) : null;
  }

  private static HttpResponse again(Grounds grounds, int status) {
    Request request = grounds.request();
    List<Reason> reasons =
        status == CAST
            ? Agreement.beforeMerge(
                request, grounds.revision(), grounds.rules(), grounds.directory())
            : List.of();
    return answer(grounds, request, status, reasons);
  }

  private static HttpResponse answer(
      Grounds grounds, Request after, int status, List<Reason> reasons) {
    Clearing clearing =
        new Clearing(after, grounds.revision(), grounds.rules(), grounds.directory());
    boolean agreed =
        Agreement.of(
                after,
                grounds.revision(),
                grounds.revision().live(grounds.rules(), grounds.directory()),
                Agreement.Now.of(grounds.directory()))
            .agreed();
    return HttpResponse.json(
        status,
        Answers.summary(after)
            .put("agreed", agreed)
            .put("reasons", Answers.reasons(clearing.of(reasons), grounds.directory()))
            .build());
  }
}
