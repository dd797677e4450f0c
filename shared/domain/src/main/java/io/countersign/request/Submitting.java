package io.countersign.request;

import io.countersign.directory.Access;
import io.countersign.directory.Actor;
import io.countersign.directory.Directory;
import io.countersign.directory.Permission;
import io.countersign.explain.Lacking;
import io.countersign.explain.Reason;
import io.countersign.explain.Refusal;
import io.countersign.policy.Rules;
import io.countersign.project.DocumentId;
import io.countersign.revision.Digest;
import io.countersign.revision.Entitlement;
import io.countersign.revision.Operation;
import io.countersign.revision.Payload;
import io.countersign.revision.Revision;
import io.countersign.rule.Allowed;
import io.countersign.rule.Basis;
import io.countersign.rule.Edit;
import io.countersign.rule.Fit;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Submission and revision: rules 2, 4 and 11. */
final class Submitting {
  private Submitting() {}

  static Outcome decide(Command.Submit submit, Instant now) {
    Revision revision = submit.revision();
    Refusal refusal = refusal(submit.actor(), revision, submit.rules(), submit.directory(), now);
    return refusal != null
        ? Requests.refused(refusal)
        : made(
            new Event.Submitted(
                revision.author(),
                revision.number(),
                revision.digest(),
                revision.title(),
                revision.scope(),
                expiry(revision, submit.rules(), now)),
            revision);
  }

  static Outcome revise(Request state, Command.Revise revise, Instant now) {
    Revision next = revise.next();
    Refusal barred = barred(state, revise.actor(), revise.seen(), revise.rules().access());
    Refusal refusal =
        barred == null
            ? refusal(revise.actor(), next, revise.rules(), revise.directory(), now)
            : barred;
    return refusal != null
        ? Requests.refused(refusal)
        : made(
            new Event.Revised(
                next.author(),
                next.number(),
                next.digest(),
                next.title(),
                next.scope(),
                expiry(next, revise.rules(), now)),
            next);
  }

  /** Why the actor may not revise what they saw, whatever the next revision is to be; or null. */
  static @Nullable Refusal barred(Request state, Actor actor, Digest seen, Access access) {
    if (!seen.equals(state.digest())) {
      return Voting.stale(state);
    }
    if (!Requester.mayRevise(actor, state, access)) {
      return Refusal.forbidden(
          "may-not-revise",
          "Only its author or somebody who may propose changes to all it touches may revise it.");
    }
    return Reviewing.awaited(state)
        ? Refusal.state(
            "not-acknowledged",
            "What the request had live without its approvers was looked at by none of them: one has"
                + " to acknowledge it before it is revised; or withdraw it and make a new one.",
            List.of())
        : null;
  }

  /** Why the actor may not make this revision, or null. */
  private static @Nullable Refusal refusal(
      Actor actor, Revision revision, Rules rules, Directory directory, Instant now) {
    if (revision.payload() instanceof Payload.OfAccess(Entitlement asked)) {
      Refusal barred = Granting.barred(revision, asked, rules, directory, now);
      if (barred != null) {
        return barred;
      }
      if (!Requester.mayPropose(actor, revision, rules, directory)) {
        return Refusal.forbidden(
            "no-role", "Access is asked for by who has a role in the project.");
      }
    }
    if (revision.payload() instanceof Payload.OfGovernance(_, List<Edit> edits, _)) {
      Refusal barred = ofRules(actor, revision, edits, rules, directory);
      if (barred != null) {
        return barred;
      }
    }
    for (DocumentId document : revision.touched()) {
      if (!rules.access().allows(actor, Permission.SECRETS_PROPOSE, document)) {
        return Refusal.forbidden(Lacking.toPropose(document, rules.access(), directory));
      }
    }
    for (Operation.Copy copy : revision.copies()) {
      Reason lacking =
          Copying.hindrance(actor, copy.source().document(), copy.document(), rules, directory);
      if (lacking != null) {
        return Refusal.forbidden(lacking);
      }
    }
    List<Reason> rotated = Blocks.ofRotation(revision, rules);
    if (!rotated.isEmpty()) {
      return new Refusal(
          Refusal.Because.RULE, "key-rotated", rotated.getFirst().message(), "changes", rotated);
    }
    List<Reason> impossible =
        Agreement.impossible(revision, rules.access().policyWriters(directory));
    return impossible.isEmpty()
        ? null
        : new Refusal(
            Refusal.Because.RULE,
            "nobody-could-approve",
            "Nobody could approve this request.",
            switch (revision.payload()) {
              case Payload.OfSecrets _ -> "changes";
              case Payload.OfAccess _ -> "path";
              case Payload.OfGovernance _ -> null;
            },
            impossible);
  }

  /** Rules that nobody has a say in are changed by no request. */
  private static @Nullable Refusal ofRules(
      Actor actor, Revision revision, List<Edit> edits, Rules rules, Directory directory) {
    if (edits.isEmpty() || revision.policies().isEmpty()) {
      return Refusal.rule(
          "not-governed", "changes", "need nobody's agreement: make them by themselves");
    }
    Basis basis = new Basis(rules, directory);
    Reason lacking = Allowed.lacking(actor, edits, basis);
    if (lacking != null) {
      return Refusal.forbidden(lacking);
    }
    List<Reason> reasons = Fit.reasons(edits, basis, null);
    return reasons.isEmpty()
        ? null
        : Refusal.state(reasons.getFirst().code(), reasons.getFirst().message(), reasons);
  }

  /** What nothing governs is merged at once: whoever may propose there could submit it anew. */
  private static Outcome made(Event event, Revision revision) {
    return revision.policies().isEmpty()
        ? Requests.accepted(
            event, Event.MergeStarted.agreed(revision.author(), revision.digest(), true))
        : Requests.accepted(event);
  }

  private static @Nullable Instant expiry(Revision revision, Rules rules, Instant now) {
    return revision.policies().stream()
        .map(policy -> now.plus(policy.terms().pendingFor()))
        .min(Comparator.naturalOrder())
        .map(time -> notAfter(time, Granting.latest(revision, rules)))
        .orElse(null);
  }

  static Instant notAfter(Instant time, @Nullable Instant latest) {
    return latest != null && latest.isBefore(time) ? latest : time;
  }
}
