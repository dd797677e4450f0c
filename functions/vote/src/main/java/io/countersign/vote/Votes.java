package io.countersign.vote;

import io.countersign.edge.http.HttpRequest;
import io.countersign.edge.http.HttpResponse;
import io.countersign.json.Fields;
import io.countersign.json.InvalidField;
import io.countersign.request.Decision;
import io.countersign.revision.Digest;
import java.time.Duration;

/** Casts votes: approve, reject and retract, on the digest that the voter saw. */
final class Votes {
  static final String ROUTE = "POST /v1/change-requests/{id}/votes";

  private final Casting casting;
  private final Approvals approvals;

  Votes(Casting casting, Approvals approvals) {
    this.casting = casting;
    this.approvals = approvals;
  }

  HttpResponse cast(HttpRequest http) {
    Fields body = http.fields();
    Decision decision = body.choice("decision", Decision.class);
    Digest seen = body.typed("digest", Digest::new);
    String comment = body.messageOrEmpty("comment");
    Duration lasting = body.optionalDuration("duration");
    boolean mergeIfAgreed = body.flagOr("mergeIfAgreed", false);
    body.end();
    if (mergeIfAgreed && decision != Decision.APPROVE) {
      throw new InvalidField("mergeIfAgreed", "decision", "must stand beside APPROVE only");
    }
    return casting.cast(
        http,
        new Casting.Ballot(seen, decision, comment, lasting),
        mergeIfAgreed ? approvals::merge : casting::alone);
  }
}
