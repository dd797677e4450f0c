package io.countersign.request;

import io.countersign.directory.Access;
import io.countersign.directory.Actor;
import io.countersign.directory.Directory;
import io.countersign.directory.Grant;
import io.countersign.directory.GrantId;
import io.countersign.directory.Permission;
import io.countersign.directory.PersonId;
import io.countersign.explain.Reason;
import io.countersign.explain.Refusal;
import io.countersign.name.Visible;
import io.countersign.policy.AccessTerms;
import io.countersign.policy.BoundPolicy;
import io.countersign.policy.Rules;
import io.countersign.policy.Target;
import io.countersign.revision.Entitlement;
import io.countersign.revision.Payload;
import io.countersign.revision.Revision;
import io.countersign.revision.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Access for a limited time: asked for, given with the merge, and ended (rules 2, 7 and 10). */
public final class Granting {
  static final String ENDED = "grant-ended";
  private static final String ELSEWHERE = "grant-elsewhere";

  private Granting() {}

  /** What of the revision cannot be asked for, or null. */
  static @Nullable Refusal barred(
      Revision revision, Entitlement asked, Rules rules, Directory directory, Instant now) {
    if (!(revision.author() instanceof PersonId holder)) {
      return Refusal.forbidden("machines-never-ask", "Machines are given no access: people ask.");
    }
    Grant extended = asked.extending() == null ? null : rules.grant(asked.extending());
    if (asked.extending() != null) {
      if (extended == null || extended.over(now)) {
        return Refusal.state(ENDED, "That access has ended: ask for it anew.", List.of());
      }
      if (!extended.holder().equals(holder)) {
        return Refusal.forbidden("not-the-holder", "Only whoever has the access extends it.");
      }
      if (!extended.is(asked.place().environment(), asked.place().path(), asked.actions())) {
        return Refusal.rule(
            "other-access", "extends", "Extended is what there is: its place and actions stay.");
      }
    }
    if (revision.policies().isEmpty()) {
      return new Refusal(
          Refusal.Because.RULE,
          "no-access-policy",
          "No access policy covers all of %s, so nobody is asked for access there."
              .formatted(asked.place()),
          "path",
          List.of(
              new Reason(
                  "no-access-policy",
                  "Somebody with policies:write can write an access policy for it.",
                  rules.access().policyWriters(directory))));
    }
    Instant begins = begins(asked.window(), extended, now);
    if (!asked.window().ends(begins, asked.window().lasts()).isAfter(begins)) {
      return Refusal.rule("over", "end", "The time that is asked for is over already.");
    }
    for (BoundPolicy policy : revision.policies()) {
      AccessTerms terms = policy.terms().access();
      if (terms != null && asked.window().lasts().compareTo(terms.maxDuration()) > 0) {
        return Refusal.rule(
            "too-long",
            "duration",
            "Policy \"%s\" lets access last %s at most."
                .formatted(policy.name(), terms.maxDuration()));
      }
      if (terms != null && terms.reasonRequired() && !Visible.anything(revision.message())) {
        return Refusal.rule(
            "reason-missing",
            "reason",
            "Policy \"%s\" wants to know why access is asked for.".formatted(policy.name()));
      }
    }
    return null;
  }

  /** When what asks for access is of no use any more, or null where it is no such request. */
  static @Nullable Instant latest(Revision revision, Rules rules) {
    if (!(revision.payload() instanceof Payload.OfAccess(Entitlement asked))) {
      return null;
    }
    Grant extended = asked.extending() == null ? null : rules.grant(asked.extending());
    return Stream.of(asked.window().end(), extended == null ? null : extended.ends())
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  private static Instant begins(Window window, @Nullable Grant extended, Instant now) {
    return extended == null ? window.begins(now) : extended.ends();
  }

  /** The access that a merge gives which begins now. */
  static Grant granted(
      Request state,
      Revision revision,
      Entitlement asked,
      Rules rules,
      Directory directory,
      Instant now) {
    Duration most =
        shortest(state, Agreement.asked(revision, revision.live(rules, directory)), asked);
    return granted(revision, asked, rules, most, now);
  }

  /** The shortest that was approved, and that a policy allows. */
  private static Duration shortest(Request state, List<BoundPolicy> policies, Entitlement asked) {
    return Stream.of(
            Stream.of(asked.window().lasts()),
            policies.stream()
                .map(each -> each.terms().access())
                .filter(Objects::nonNull)
                .map(AccessTerms::maxDuration),
            state.votes().values().stream()
                .filter(each -> each.decision() == Decision.APPROVE)
                .map(Vote::lasting))
        .flatMap(each -> each)
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  private static Grant granted(
      Revision revision, Entitlement asked, Rules rules, Duration most, Instant now) {
    Grant extended = asked.extending() == null ? null : rules.grant(asked.extending());
    Instant begins = begins(asked.window(), extended, now);
    Instant ends = asked.window().ends(begins, most);
    Target place = asked.place();
    return extended == null
        ? new Grant(
            new GrantId(revision.request().toString()),
            (PersonId) revision.author(),
            place.environment(),
            place.path(),
            asked.actions(),
            begins,
            ends)
        : extended.until(ends);
  }

  static Outcome revoke(Request state, Command.Revoke revoke, Instant now) {
    Refusal hindrance = hindrance(state, revoke, now);
    return hindrance == null
        ? Requests.accepted(
            new Event.AccessEnded(
                Objects.requireNonNull(present(state, revoke.rules()), "it holds"),
                revoke.actor().id(),
                revoke.reason()))
        : Requests.refused(hindrance);
  }

  /** Why the actor may not end the access that the request gave, or null where they may. */
  public static @Nullable Refusal hindrance(Request state, Command.Revoke revoke, Instant now) {
    Grant moved = moved(state, revoke.rules());
    if (moved != null && !moved.over(now)) {
      return Refusal.state(
          ELSEWHERE,
          "The request moved the end of access that %s gave: end it there.".formatted(moved.id()),
          List.of());
    }
    Grant grant = present(state, revoke.rules());
    if (grant == null || grant.over(now)) {
      return Refusal.state(
          ENDED, "The request gives no access any more: there is nothing to end.", List.of());
    }
    boolean may =
        revoke.actor().active()
            && (revoke.actor().id().equals(grant.holder())
                || Eligibility.of(revoke.actor(), revoke.revision()) == Eligibility.ELIGIBLE
                || state
                    .scope()
                    .allowed(revoke.actor(), Permission.REQUESTS_MERGE, revoke.rules().access()));
    return may
        ? null
        : Refusal.forbidden(
            "may-not-revoke",
            "Only whoever has the access, an approver of the request or somebody with"
                + " requests:merge may end it.");
  }

  /** Who has the access that the request gave, who may approve it, and who may merge all of it. */
  public static boolean mayRevoke(Request state, Actor actor, Revision revision, Access access) {
    Request.Granted granted = state.granted();
    return granted != null
        && actor.active()
        && (actor.id().equals(granted.grant().holder())
            || Eligibility.of(actor, revision) == Eligibility.ELIGIBLE
            || state.scope().allowed(actor, Permission.REQUESTS_MERGE, access));
  }

  /** The grant of the request itself, as long as nobody ended it. */
  private static @Nullable Grant present(Request state, Rules rules) {
    Request.Granted granted = state.granted();
    return granted == null || granted.elsewhere(state.id())
        ? null
        : rules.grant(granted.grant().id());
  }

  /** The grant of another request whose end this one moved, as long as nobody ended it. */
  private static @Nullable Grant moved(Request state, Rules rules) {
    Request.Granted granted = state.granted();
    return granted != null && granted.elsewhere(state.id())
        ? rules.grant(granted.grant().id())
        : null;
  }

  static Outcome end(Request state, Command.EndAccess end, Instant now) {
    return end.grant().over(now)
        ? Requests.accepted(new Event.AccessEnded(end.grant(), null, ""))
        : Requests.refused(
            Standing.refusal(state, "not-due", "The access has time until " + end.grant().ends()));
  }
}
