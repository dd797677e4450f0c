package io.countersign.bypass;

import io.countersign.edge.command.Answers;
import io.countersign.edge.command.Grounds;
import io.countersign.edge.command.Locked;
import io.countersign.edge.command.Repeats;
import io.countersign.edge.command.RuledCommands;
import io.countersign.edge.http.HttpRequest;
import io.countersign.edge.http.HttpResponse;
import io.countersign.explain.Refusal;
import io.countersign.json.Fields;
import io.countersign.merge.Plan;
import io.countersign.request.Command;
import io.countersign.request.Event;
import io.countersign.request.Outcome;
import io.countersign.request.Request;
import io.countersign.request.Requests;
import io.countersign.request.Status;
import io.countersign.revision.Digest;
import io.countersign.store.Commit;
import io.countersign.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Commits the plan to apply a revision without the agreement of its approvers (rule 7). The event
 * that it leaves wakes the merge function, which does the rest. Access is given by the transaction
 * itself.
 */
final class Bypasses {
  static final String ROUTE = "POST /v1/change-requests/{id}/bypass";

  private static final int GOES_ON = 202;
  private static final int DONE = 200;

  private final Store store;
  private final RuledCommands commands;
  private final InstantSource clock;

  Bypasses(Store store, RuledCommands commands, InstantSource clock) {
    this.store = store;
    this.commands = commands;
    this.clock = clock;
  }

  HttpResponse start(HttpRequest http) {
    Fields body = http.fields();
    Digest seen = body.typed("digest", Digest::new);
    String reason = body.message("reason");
    body.end();
    return commands.run(
        http,
        seen,
        (grounds, key) -> start(grounds, seen, reason, key),
        (grounds, status) -> answer(grounds.request(), status));
  }

  private @Nullable HttpResponse start(
      Grounds grounds, Digest seen, String reason, Repeats.@Nullable Key key) {
    Instant now = clock.instant();
    Command.Bypass command =
        new Command.Bypass(
            grounds.actor().id(),
            seen,
            reason,
            grounds.revision(),
            grounds.rules(),
            grounds.directory());
    return switch (Requests.decide(grounds.request(), command, now)) {
      case Outcome.Refused(Refusal refusal) ->
          Answers.problem(refusal, grounds.clearing()).response();
      case Outcome.Accepted(List<Event> events) ->
          commit(grounds, grounds.commit(events, now), key);
    };
  }

  private @Nullable HttpResponse commit(Grounds grounds, Commit commit, Repeats.@Nullable Key key) {
    if (commit.after().status() != Status.MERGING) {
      return committed(commit, DONE, key);
    }
    Plan plan = grounds.plan();
    Locked locked = Locked.find(store, plan, grounds.request().id(), grounds.sight());
    if (locked != null) {
      return locked.problem(grounds.directory()).response();
    }
    return committed(commit.with(plan), GOES_ON, key);
  }

  private @Nullable HttpResponse committed(Commit commit, int status, Repeats.@Nullable Key key) {
    Request after = commit.after();
    return store.commit(
            commit.repeatable(key == null ? null : key.done(after.id(), status, commit.at())))
        ? answer(after, status)
        : null;
  }

  private static HttpResponse answer(Request request, int status) {
    return HttpResponse.json(status, Answers.summary(request).build());
  }
}
