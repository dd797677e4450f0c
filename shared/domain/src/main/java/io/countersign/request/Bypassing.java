package io.countersign.request;

import io.countersign.directory.Actor;
import io.countersign.directory.ActorId;
import io.countersign.directory.Directory;
import io.countersign.directory.PersonId;
import io.countersign.explain.Reason;
import io.countersign.explain.Refusal;
import io.countersign.name.Visible;
import io.countersign.policy.BoundPolicy;
import io.countersign.policy.Bypass;
import io.countersign.policy.Rules;
import io.countersign.revision.Revision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Merging without agreement, openly: rule 7. */
public final class Bypassing {
  /** How many characters a reason has at least, as people count them; blanks are none. */
  private static final int SHORTEST = 10;

  private Bypassing() {}

  static Outcome start(Request state, Command.Bypass bypass, Instant now) {
    if (!bypass.seen().equals(state.digest())) {
      return Requests.refused(Voting.stale(state));
    }
    Refusal hindrance =
        hindrance(state, bypass.by(), bypass.revision(), bypass.rules(), bypass.directory());
    if (hindrance != null) {
      return Requests.refused(hindrance);
    }
    if (Visible.characters(bypass.reason()) < SHORTEST) {
      return Requests.refused(
          Refusal.rule(
              "reason-too-short",
              "reason",
              "must say why in at least " + SHORTEST + " characters, not counting blanks"));
    }
    return Merging.started(
        state,
        bypass.revision(),
        bypass.rules(),
        bypass.directory(),
        new Event.MergeStarted(
            bypass.by(),
            state.digest(),
            Event.Mode.BYPASS,
            bypass.reason(),
            state.rejecting(),
            true),
        now);
  }

  /** Why somebody may not bypass an open request, or null where they may. */
  public static @Nullable Refusal hindrance(
      Request state, ActorId by, Revision revision, Rules rules, Directory directory) {
    if (!(by instanceof PersonId person)) {
      return Refusal.forbidden(
          "machines-never-bypass", "Machines never bypass: a person has to answer for it.");
    }
    if (!person.equals(state.author())) {
      return Refusal.forbidden(
          "not-the-author", "Only the author of this revision may bypass its approvers.");
    }
    if (state.dead()) {
      Reason stopped = state.stopped();
      return Refusal.state(
          "revision-dead",
          "This revision can never be merged: revise the request.",
          stopped == null ? List.of() : List.of(stopped));
    }
    Actor author = directory.actor(person);
    if (author == null || !Requester.mayPropose(author, revision, rules, directory)) {
      return Refusal.forbidden(
          "author-not-entitled",
          "You may not propose changes there any more; somebody who may must revise it.");
    }
    List<Reason> blocked = new ArrayList<>(Blocks.ofRotation(revision, rules));
    blocked.addAll(Blocks.ofGrant(revision, rules));
    blocked.addAll(Blocks.ofRules(revision, rules, directory));
    if (!blocked.isEmpty()) {
      return Refusal.state(blocked.getFirst().code(), blocked.getFirst().message(), blocked);
    }
    List<BoundPolicy> live = revision.live(rules, directory);
    if (Agreement.of(state, revision, live, Agreement.Now.of(directory)).agreed()) {
      return Refusal.state("agreed", "The request is agreed: merge it instead.", List.of());
    }
    List<Reason> reasons =
        reasons(author, person, revision, live, rules.access().policyWriters(directory));
    return reasons.isEmpty()
        ? null
        : new Refusal(
            Refusal.Because.FORBIDDEN,
            "may-not-bypass",
            "Its policies do not let you bypass its approvers.",
            null,
            reasons);
  }

  /** What keeps one that failed from being finished: it has to be let then as when it began. */
  static List<Reason> beforeFinish(
      Request state, Revision revision, Rules rules, Directory directory) {
    List<Reason> reasons = new ArrayList<>(Blocks.ofAuthor(revision, rules, directory));
    reasons.addAll(Blocks.ofRotation(revision, rules));
    Actor author = directory.actor(state.author());
    // Of somebody inactive no policy has anything to say: none lets them, whatever it allows.
    if (author != null && author.active() && author.id() instanceof PersonId person) {
      List<BoundPolicy> live = revision.live(rules, directory);
      reasons.addAll(
          reasons(author, person, revision, live, rules.access().policyWriters(directory)));
    }
    return reasons;
  }

  /** One reason for each policy, bound or live, that does not let its author bypass it. */
  private static List<Reason> reasons(
      Actor author,
      PersonId person,
      Revision revision,
      List<BoundPolicy> live,
      SortedSet<PersonId> writers) {
    boolean letsNow = live.stream().allMatch(policy -> policy.letsBypass(author));
    List<Reason> reasons = new ArrayList<>();
    for (BoundPolicy policy : Agreement.asked(revision, live)) {
      if (!policy.letsBypass(author)) {
        reasons.add(
            letsNow
                ? revise(refusal(policy) + ", as it was when this revision was made", person)
                : new Reason("bypass-not-allowed", refusal(policy) + ".", writers));
      }
    }
    if (revision.policies().isEmpty()) {
      reasons.add(
          revise("Nobody was asked for this revision, so nobody could look at it later", person));
    }
    return reasons;
  }

  private static String refusal(BoundPolicy policy) {
    return "Policy \"%s\" lets ".formatted(policy.name())
        + (policy.terms().bypass() instanceof Bypass.Off
            ? "nobody bypass it"
            : "only chosen people bypass it, and not its author");
  }

  private static Reason revise(String why, PersonId author) {
    return new Reason(
        "bypass-not-bound", why + ": revise the request.", new TreeSet<>(Set.of(author)));
  }

  /** What a request remembers of a merge that starts without its approvers; null of any other. */
  static Request.@Nullable Unreviewed unreviewed(
      Request before, Event.MergeStarted started, Instant at) {
    Request.Unreviewed failed = before.ending().unreviewed();
    return switch (started.mode()) {
      case MERGE -> null;
      case UNDO -> failed;
      // Whoever has looked at what was left of it has not looked at the whole.
      case FINISH -> failed == null ? null : new Request.Unreviewed(failed.reason(), at, null);
      case BYPASS -> new Request.Unreviewed(started.reason(), at, null);
    };
  }
}
