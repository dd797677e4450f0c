package io.countersign.faults.cases;

import io.countersign.aws.table.Contents;
import io.countersign.edge.http.Calls;
import io.countersign.faults.Case;
import io.countersign.faults.deployed.Deployment;
import io.countersign.faults.deployed.Said;
import io.countersign.faults.deployed.Setting;
import io.countersign.json.Json;
import io.countersign.link.Ballot;
import io.countersign.link.Invitation;
import io.countersign.link.Turn;
import io.countersign.request.Request;
import io.countersign.sample.Grounds;
import io.countersign.sample.People;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is done with the link and the code in a mail. */
public final class LinkCases {
  private LinkCases() {}

  /** Bob approves by the mail that he was sent. */
  public static Case approve(Deployment deployment) {
    ByMail vote = new ByMail(deployment);
    vote.on("db").submitted();
    vote.sent();
    return vote;
  }

  private static final class ByMail extends OnRequest {
    private final Invitation mail = Invitation.from(new SecureRandom());

    ByMail(Deployment deployment) {
      super(deployment, Setting.MAIL);
    }

    private void sent() {
      Instant until = Instant.now().plus(Ballot.LONGEST);
      Ballot ballot = Ballot.fresh(id(), People.id("bob"), new Turn(1, 0), until);
      Objects.requireNonNull(deployment.ballots.open(ballot));
      String grounds = Grounds.of(deployment.store, id(), "bob");
      deployment.ballots.keep(mail.to(ballot, seen(), grounds), ballot);
    }

    @Override
    public Said call(String key) {
      Json.Builder body =
          vote("APPROVE").put("token", mail.token().text()).put("code", mail.code().digits());
      return http(deployment.vote, Calls.to("POST /v1/links/vote"), key, body);
    }

    @Override
    public @Nullable String effect(Contents contents) {
      Request now = present(contents);
      boolean voted = now.votes().containsKey(People.id("bob"));
      return voted ? RequestCases.times("agreed", now.sequence() - 2) : null;
    }
  }
}
