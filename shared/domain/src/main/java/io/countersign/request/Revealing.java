package io.countersign.request;

import io.countersign.directory.ActorId;
import io.countersign.directory.Grant;
import io.countersign.directory.Permission;
import io.countersign.explain.Lacking;
import io.countersign.explain.Reason;
import io.countersign.explain.Refusal;
import io.countersign.policy.BoundPolicy;
import io.countersign.project.DocumentId;
import io.countersign.revision.Operation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is shown the values of a request. What it proposes: who has {@code secrets:reveal} there, and
 * approvers where all policies say so. What is there now: only the former, so that nobody else is
 * told whether the two are equal (rule 8). What is copied is in the store already: it is shown only
 * to who has that permission where it is copied from, whatever policies say.
 */
final class Revealing {
  private Revealing() {}

  static Outcome decide(Request state, Command.Reveal reveal, Instant now) {
    if (!Requester.mayRead(reveal.actor(), state, reveal.revision(), reveal.rules().access())) {
      return Requests.refused(
          new Refusal(
              Refusal.Because.UNKNOWN, "not-found", "There is no such request.", null, List.of()));
    }
    if (state.overdue(now) || state.status().ended()) {
      return Requests.refused(
          Standing.refusal(
              state,
              "values-gone",
              "The request has ended, and its proposed values are gone with it."));
    }
    return state.status() == Status.FAILED ? shown(reveal) : open(state, reveal, now);
  }

  private static Outcome open(Request state, Command.Reveal reveal, Instant now) {
    return Standing.open(state, now, () -> shown(reveal));
  }

  private static Outcome shown(Command.Reveal reveal) {
    Refusal unknown = untouched(reveal);
    if (unknown != null) {
      return Requests.refused(unknown);
    }
    DocumentId source = reveal.revision().source(reveal.document(), reveal.key());
    if (source != null && !mayReveal(source, reveal)) {
      return Requests.refused(Refusal.forbidden(lacking(source, reveal)));
    }
    if (mayReveal(reveal.document(), reveal)) {
      return Requests.accepted(
          event(reveal, Event.What.PROPOSED), event(reveal, Event.What.CURRENT));
    }
    List<Reason> closed = closed(reveal);
    return closed.isEmpty()
        ? Requests.accepted(event(reveal, Event.What.PROPOSED))
        : Requests.refused(
            new Refusal(
                Refusal.Because.FORBIDDEN,
                Lacking.CODE,
                closed.getFirst().message(),
                null,
                closed));
  }

  /**
   * What keeps somebody without the permission from seeing it as an approver; empty for nothing.
   */
  private static List<Reason> closed(Command.Reveal reveal) {
    List<BoundPolicy> live = reveal.revision().live(reveal.rules(), reveal.directory());
    Set<ActorId> barred = reveal.revision().barred(reveal.directory());
    boolean approver =
        Eligibility.of(reveal.actor(), reveal.revision()) == Eligibility.ELIGIBLE
            && live.stream().anyMatch(each -> each.approvers(barred).contains(reveal.actor().id()));
    List<BoundPolicy> silent = new ArrayList<>(reveal.revision().policies());
    silent.addAll(live);
    silent.removeIf(each -> each.terms().approversMayReveal());
    if (approver && silent.isEmpty()) {
      return List.of();
    }
    List<Reason> reasons = new ArrayList<>();
    reasons.add(lacking(reveal.document(), reveal));
    if (approver) {
      silent.stream()
          .map(each -> each.name())
          .distinct()
          .forEach(name -> reasons.add(mute(name, reveal)));
    }
    return reasons;
  }

  private static Reason mute(String policy, Command.Reveal reveal) {
    return new Reason(
        "approvers-may-not-reveal",
        "Policy \"%s\" does not let approvers see what is proposed.".formatted(policy),
        reveal.rules().access().policyWriters(reveal.directory()));
  }

  private static boolean mayReveal(DocumentId document, Command.Reveal reveal) {
    return reveal.rules().access().allows(reveal.actor(), Permission.SECRETS_REVEAL, document);
  }

  private static Reason lacking(DocumentId document, Command.Reveal reveal) {
    return Lacking.on(
        document, Permission.SECRETS_REVEAL, reveal.rules().access(), reveal.directory());
  }

  /** Null where the request changes the key. */
  private static @Nullable Refusal untouched(Command.Reveal reveal) {
    DocumentId document = reveal.document();
    List<Operation> operations = reveal.revision().on(document);
    if (operations.stream().anyMatch(each -> each.keys().contains(reveal.key()))) {
      return null;
    }
    if (!operations.isEmpty()) {
      return untouched("key", "this key of " + document);
    }
    boolean inThere =
        reveal.revision().operations().stream()
            .anyMatch(each -> each.document().environment().equals(document.environment()));
    return inThere
        ? untouched("path", "the document " + document)
        : untouched("environment", "anything in " + document.environment());
  }

  private static Refusal untouched(String field, String what) {
    return Refusal.rule("not-in-request", field, "The request does not change " + what + ".");
  }

  private static @Nullable Grant needed(DocumentId document, Command.Reveal reveal) {
    return reveal.rules().access().needed(reveal.actor(), Permission.SECRETS_REVEAL, document);
  }

  /** Names the grant without which they would not be shown it, there or where it is copied from. */
  private static Event event(Command.Reveal reveal, Event.What what) {
    Grant needed = needed(reveal.document(), reveal);
    DocumentId source = reveal.revision().source(reveal.document(), reveal.key());
    if (needed == null && source != null) {
      needed = needed(source, reveal);
    }
    return new Event.Revealed(
        reveal.actor().id(),
        reveal.document(),
        reveal.key(),
        what,
        needed == null ? null : needed.id());
  }
}
