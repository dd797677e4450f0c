package io.countersign.vote;

import io.countersign.directory.Actor;
import io.countersign.edge.command.Answers;
import io.countersign.edge.command.Commands;
import io.countersign.edge.http.HttpRequest;
import io.countersign.edge.http.HttpResponse;
import io.countersign.json.Fields;
import io.countersign.json.Json;
import io.countersign.request.Agreement;
import io.countersign.request.Assessment;
import io.countersign.request.Command;
import io.countersign.request.Decision;
import io.countersign.request.Request;
import io.countersign.revision.Digest;
import io.countersign.revision.Revision;
import java.util.List;

/** Casts votes: approve and reject, on the digest that the voter saw. */
final class Votes {
  static final String ROUTE = "POST /v1/change-requests/{id}/votes";

  private final Commands commands;

  Votes(Commands commands) {
    this.commands = commands;
  }

  HttpResponse cast(HttpRequest http) {
    Fields body = http.fields();
    Decision decision = body.choice("decision", Decision.class);
    Digest seen = body.typed("digest", Digest::new);
    String comment = body.messageOrEmpty("comment");
    body.end();
    return commands.run(
        http,
        seen,
        200,
        now -> new Command.CastVote(now.actor(), seen, decision, comment, now.revision()),
        Votes::answer);
  }

  private static Json answer(Request after, Revision revision, Actor actor) {
    Assessment assessment =
        Agreement.of(after, revision, List.of(), Agreement.Now.unchangedBut(actor));
    return Answers.summary(after)
        .put("agreed", assessment.agreed())
        .put("reasons", Answers.reasons(assessment.reasons(), Answers.Names.IDS))
        .build();
  }
}
