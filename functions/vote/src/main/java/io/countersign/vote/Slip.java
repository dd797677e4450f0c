package io.countersign.vote;

import io.countersign.json.Fields;
import io.countersign.json.InvalidField;
import io.countersign.link.LinkCode;
import io.countersign.link.LinkToken;
import io.countersign.request.Decision;
import io.countersign.revision.Digest;

/** What somebody sends who votes by mail. */
record Slip(LinkToken token, LinkCode code, Decision decision, Digest digest, String comment) {
  static Slip of(Fields body) {
    LinkToken token = body.typed("token", LinkToken::new);
    LinkCode code = body.typed("code", LinkCode::new);
    Decision decision = body.choice("decision", Decision.class);
    Digest digest = body.typed("digest", Digest::new);
    String comment = body.messageOrEmpty("comment");
    body.end();
    if (decision == Decision.RETRACT) {
      throw new InvalidField("decision", "choice", "must be one of APPROVE, REJECT");
    }
    return new Slip(token, code, decision, digest, comment);
  }
}
