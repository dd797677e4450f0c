package io.countersign.vote;

import io.countersign.edge.command.Answers;
import io.countersign.edge.command.Grounds;
import io.countersign.edge.command.Repeats;
import io.countersign.edge.command.RuledCommands;
import io.countersign.edge.http.HttpRequest;
import io.countersign.edge.http.HttpResponse;
import io.countersign.explain.Refusal;
import io.countersign.json.Fields;
import io.countersign.request.Command;
import io.countersign.request.Event;
import io.countersign.request.Outcome;
import io.countersign.request.Request;
import io.countersign.request.Requests;
import io.countersign.store.Commit;
import io.countersign.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ends access before its time is over: at once, for every use that comes after. */
final class Revocations {
  static final String ROUTE = "POST /v1/grants/{id}/revoke";

  private static final int ENDED = 200;

  private final Store store;
  private final RuledCommands commands;
  private final InstantSource clock;

  Revocations(Store store, RuledCommands commands, InstantSource clock) {
    this.store = store;
    this.commands = commands;
    this.clock = clock;
  }

  HttpResponse revoke(HttpRequest http) {
    Fields body = http.fields();
    String reason = body.messageOrEmpty("reason");
    body.end();
    return commands.run(
        http,
        null,
        (grounds, key) -> revoked(grounds, reason, key),
        (grounds, status) -> HttpResponse.json(status, Answers.summary(grounds.request()).build()));
  }

  private @Nullable HttpResponse revoked(
      Grounds grounds, String reason, Repeats.@Nullable Key key) {
    Instant now = clock.instant();
    Command.Revoke command =
        new Command.Revoke(
            grounds.actor(), reason, grounds.revision(), grounds.rules(), grounds.directory());
    return switch (Requests.decide(grounds.request(), command, now)) {
      case Outcome.Refused(Refusal refusal) ->
          Answers.problem(refusal, grounds.clearing()).response();
      case Outcome.Accepted(List<Event> events) -> {
        Commit commit = grounds.commit(events, now);
        Request after = commit.after();
        yield store.commit(commit.repeatable(key == null ? null : key.done(after.id(), ENDED, now)))
            ? HttpResponse.json(ENDED, Answers.summary(after).build())
            : null;
      }
    };
  }
}
