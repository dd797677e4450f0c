package io.countersign.vote;

import io.countersign.directory.Actor;
import io.countersign.directory.Directory;
import io.countersign.edge.command.Answers;
import io.countersign.edge.command.Commands;
import io.countersign.edge.http.HttpRequest;
import io.countersign.edge.http.HttpResponse;
import io.countersign.json.Fields;
import io.countersign.json.InvalidField;
import io.countersign.json.Json;
import io.countersign.request.Agreement;
import io.countersign.request.Assessment;
import io.countersign.request.Command;
import io.countersign.request.Decision;
import io.countersign.request.Request;
import io.countersign.revision.Digest;
import io.countersign.revision.Revision;
import java.util.List;

/** Casts votes: approve, reject and retract, on the digest that the voter saw. */
final class Votes {
  static final String ROUTE = "POST /v1/change-requests/{id}/votes";

  private final Commands commands;
  private final Approvals approvals;

  Votes(Commands commands, Approvals approvals) {
    this.commands = commands;
    this.approvals = approvals;
  }

  HttpResponse cast(HttpRequest http) {
    Fields body = http.fields();
    Decision decision = body.choice("decision", Decision.class);
    Digest seen = body.typed("digest", Digest::new);
    String comment = body.messageOrEmpty("comment");
    boolean mergeIfAgreed = body.flagOr("mergeIfAgreed", false);
    body.end();
    if (mergeIfAgreed && decision != Decision.APPROVE) {
      throw new InvalidField("mergeIfAgreed", "decision", "must stand beside APPROVE only");
    }
    return mergeIfAgreed
        ? approvals.cast(http, seen, comment)
        : cast(http, seen, decision, comment);
  }

  private HttpResponse cast(HttpRequest http, Digest seen, Decision decision, String comment) {
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
        .put("reasons", Answers.reasons(assessment.reasons(), Directory.EMPTY))
        .build();
  }
}
