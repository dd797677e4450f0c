package io.countersign.explore.act;

import io.countersign.directory.Actor;
import io.countersign.directory.Directory;
import io.countersign.explore.realm.Errand;
import io.countersign.explore.realm.Realm;
import io.countersign.explore.world.Facts;
import io.countersign.explore.world.Filed;
import io.countersign.explore.world.World;
import io.countersign.policy.BoundPolicy;
import io.countersign.policy.Rules;
import io.countersign.proposal.Draft;
import io.countersign.request.Command;
import io.countersign.request.Decision;
import io.countersign.revision.Digest;
import io.countersign.revision.Revision;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes the engine's command of what was read, as the functions do. */
record Asking(Realm realm, Drafts drafts) {
  /** The command, or null where the function does not even ask the engine. */
  @Nullable Command command(Errand errand, Facts facts, Instant now) {
    Filed filed = facts.filed();
    if (errand instanceof Errand.Submit submit) {
      return filed == null && facts.actor() != null
          ? submitting(submit, facts.actor(), facts, now)
          : null;
    }
    if (filed == null) {
      return null;
    }
    return facts.actor() == null
        ? itself(errand, facts, filed.revision())
        : wanted(errand, facts.actor(), facts, filed.revision(), now);
  }

  private @Nullable Command wanted(
      Errand errand, Actor actor, Facts facts, Revision revision, Instant now) {
    return switch (errand) {
      case Errand.Revise revise -> revising(revise, actor, facts, revision, now);
      case Errand.CastVote(_, _, var decision, _) ->
          new Command.CastVote(
              actor, seen(facts), decision, "", revision, rules(facts), directory(facts));
      case Errand.Agree _ ->
          new Command.CastVote(
              actor, seen(facts), Decision.APPROVE, "", revision, rules(facts), directory(facts));
      case Errand.StartMerge _ -> merging(actor, seen(facts), revision, facts);
      case Errand.TakeUp(_, _, var way) ->
          new Command.TakeUp(actor, seen(facts), way, revision, rules(facts), directory(facts));
      case Errand.GoAround around ->
          new Command.Bypass(
              actor.id(), seen(facts), around.reason(), revision, rules(facts), directory(facts));
      case Errand.Acknowledge _ ->
          new Command.Acknowledge(actor, "text", revision, directory(facts));
      case Errand.Withdraw _ -> new Command.Withdraw(actor, "", rules(facts).access());
      case Errand.Comment _ -> new Command.Comment(actor, "text", revision, rules(facts).access());
      case Errand.Submit _, Errand.Automatic _, Errand.Resume _, Errand.Expire _ -> null;
    };
  }

  private Command submitting(Errand.Submit submit, Actor actor, Facts facts, Instant now) {
    Draft draft = drafts.draft(submit.request(), 1, realm, Objects.requireNonNull(facts.found()));
    Revision revision =
        Revision.sealed(
            World.id(submit.request()),
            Drafts.token(1),
            actor.id(),
            "title",
            "",
            draft.operations(),
            draft.documents(),
            bound(draft, facts),
            directory(facts),
            now);
    drafts.keep(revision, draft);
    return new Command.Submit(actor, revision, rules(facts), directory(facts));
  }

  private Command revising(
      Errand.Revise revise, Actor actor, Facts facts, Revision before, Instant now) {
    Draft draft =
        drafts.draft(
            revise.request(), before.number() + 1, realm, Objects.requireNonNull(facts.found()));
    Revision next =
        before.revised(
            Drafts.token(before.number() + 1),
            actor.id(),
            "title",
            "",
            draft.operations(),
            draft.origins(),
            draft.documents(),
            bound(draft, facts),
            directory(facts),
            now);
    drafts.keep(next, draft);
    return new Command.Revise(actor, seen(facts), next, rules(facts), directory(facts));
  }

  private static List<BoundPolicy> bound(Draft draft, Facts facts) {
    return rules(facts).bind(draft.governed(), directory(facts));
  }

  /** What the product wants by itself. */
  private static @Nullable Command itself(Errand errand, Facts facts, Revision revision) {
    if (errand instanceof Errand.Expire) {
      return new Command.Expire();
    }
    boolean automatic =
        errand instanceof Errand.Automatic
            && revision.policies().stream().allMatch(each -> each.terms().autoMerge());
    return automatic
        ? merging(
            Objects.requireNonNull(directory(facts).actor(revision.author()), "its author"),
            revision.digest(),
            revision,
            facts)
        : null;
  }

  private static Command merging(Actor actor, Digest seen, Revision revision, Facts facts) {
    return new Command.StartMerge(actor, seen, revision, rules(facts), directory(facts), false);
  }

  /** What follows an approval, where it is to be merged in the same breath; else null. */
  static @Nullable Command andThen(Errand errand, Facts facts) {
    return errand instanceof Errand.Agree
        ? new Command.StartMerge(
            Objects.requireNonNull(facts.actor(), "who votes"),
            seen(facts),
            Objects.requireNonNull(facts.filed(), "what is voted on").revision(),
            rules(facts),
            directory(facts),
            true)
        : null;
  }

  private static Rules rules(Facts facts) {
    return Objects.requireNonNull(facts.rules(), "read");
  }

  private static Directory directory(Facts facts) {
    return Objects.requireNonNull(facts.directory(), "read");
  }

  private static Digest seen(Facts facts) {
    return Objects.requireNonNull(facts.seen(), "a digest comes with it");
  }
}
