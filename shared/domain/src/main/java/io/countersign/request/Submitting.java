package io.countersign.request;

import io.countersign.directory.ActorId;
import io.countersign.directory.Permission;
import io.countersign.explain.Reason;
import io.countersign.explain.Refusal;
import io.countersign.project.DocumentId;
import io.countersign.revision.Revision;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Submission: rules 2, 4 and 11. */
final class Submitting {
  private Submitting() {}

  static Outcome decide(Command.Submit submit, Instant now) {
    Revision revision = submit.revision();
    ActorId author = submit.actor().id();
    for (DocumentId document : revision.touched()) {
      if (!submit.rules().access().allows(submit.actor(), Permission.SECRETS_PROPOSE, document)) {
        return Requests.refused(
            Refusal.forbidden(
                "may-not-propose", "You may not propose changes to " + document + "."));
      }
    }
    List<Reason> impossible = Agreement.impossible(revision, submit.directory());
    if (!impossible.isEmpty()) {
      return Requests.refused(
          new Refusal(
              Refusal.Because.RULE,
              "nobody-could-approve",
              "Nobody could approve this request.",
              "changes",
              impossible));
    }
    Event.Submitted submitted =
        new Event.Submitted(
            author,
            revision.number(),
            revision.digest(),
            revision.title(),
            revision.touched(),
            expiry(revision, now));
    return revision.policies().isEmpty()
        ? Requests.accepted(submitted, Event.MergeStarted.agreed(author, revision.digest(), true))
        : Requests.accepted(submitted);
  }

  private static @Nullable Instant expiry(Revision revision, Instant now) {
    return revision.policies().stream()
        .map(policy -> now.plus(policy.terms().pendingFor()))
        .min(Comparator.naturalOrder())
        .orElse(null);
  }
}
