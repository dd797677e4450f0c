package io.countersign.query.reading;

import io.countersign.directory.ActorId;
import io.countersign.directory.Grant;
import io.countersign.edge.command.Answers;
import io.countersign.json.Json;
import io.countersign.policy.Rules;
import io.countersign.request.Request;
import io.countersign.revision.Entitlement;
import io.countersign.revision.Payload;
import io.countersign.revision.Revision;
import io.countersign.wire.AccessJson;
import java.time.Instant;

/** Access for a limited time: what a revision asks for, and what became of it. */
public final class AccessView {
  private AccessView() {}

  /** How access stands. */
  private enum State {
    UPCOMING,
    ACTIVE,
    ENDED
  }

  /** Null where a revision asks for something else. */
  public static Json of(Revision revision) {
    return revision.payload() instanceof Payload.OfAccess(Entitlement asked)
        ? AccessJson.write(asked)
        : new Json.Null();
  }

  /**
   * Access as it is now.
   *
   * @param granted as the request knows it that gave it first
   */
  public static Json.Builder shown(
      Request.Granted granted, Rules rules, Answers.Names names, Instant now) {
    Grant present = rules.grant(granted.grant().id());
    Grant grant = present == null ? granted.grant() : present;
    Request.Granted.End end = granted.end();
    ActorId by = end == null ? null : end.by();
    State state =
        present == null || present.over(now)
            ? State.ENDED
            : present.holds(now) ? State.ACTIVE : State.UPCOMING;
    return Json.object()
        .putAll(AccessJson.write(grant).members())
        .put("holder", Answers.actor(grant.holder(), names))
        .put("state", state.name())
        .put("endedAt", end == null ? null : end.at())
        .put("endedBy", by == null ? new Json.Null() : Answers.actor(by, names));
  }
}
