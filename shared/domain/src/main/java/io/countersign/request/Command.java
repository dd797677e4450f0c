package io.countersign.request;

import io.countersign.directory.Access;
import io.countersign.directory.Actor;
import io.countersign.directory.ActorId;
import io.countersign.directory.Directory;
import io.countersign.directory.Grant;
import io.countersign.explain.Reason;
import io.countersign.policy.Rules;
import io.countersign.project.DocumentId;
import io.countersign.revision.Digest;
import io.countersign.revision.Landed;
import io.countersign.revision.Remains;
import io.countersign.revision.Revision;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody, or the merge itself, wants done to a request. Each carries the facts that its
 * decision rests on, so that none can be decided on the facts of another. Where a directory is
 * among them, its actor is as that has them: who gives a command is read together with the counters
 * that stand for the directory, and may be older than they are (design §4).
 */
public sealed interface Command {
  /** Makes the request with its first revision; the revision's policies are bound already. */
  record Submit(Actor actor, Revision revision, Rules rules, Directory directory)
      implements Command {
    public Submit {
      actor = actor.in(directory);
    }
  }

  /**
   * Makes the next revision, in place of the one that its author saw.
   *
   * @param next follows the one that was seen; its policies are bound already
   */
  record Revise(Actor actor, Digest seen, Revision next, Rules rules, Directory directory)
      implements Command {
    public Revise {
      actor = actor.in(directory);
    }
  }

  /**
   * Casts, replaces or retracts a vote on the digest that its voter saw.
   *
   * @param via how the voter is known
   * @param lasting for how long at most it lets access be given, or null where it leaves that open
   */
  record CastVote(
      Actor actor,
      Digest seen,
      Decision decision,
      String comment,
      Event.Via via,
      @Nullable Duration lasting,
      Revision revision,
      Rules rules,
      Directory directory)
      implements Command {
    /** By somebody signed in. */
    public CastVote(
        Actor actor,
        Digest seen,
        Decision decision,
        String comment,
        Revision revision,
        Rules rules,
        Directory directory) {
      this(actor, seen, decision, comment, Event.Via.SIGN_IN, null, revision, rules, directory);
    }
  }

  record Comment(Actor actor, String text, Revision revision, Access access) implements Command {}

  record Withdraw(Actor actor, String reason, Access access) implements Command {}

  /**
   * Commits the plan to apply the agreed revision.
   *
   * @param resume whether another function is to carry it out
   */
  record StartMerge(
      Actor actor, Digest seen, Revision revision, Rules rules, Directory directory, boolean resume)
      implements Command {
    public StartMerge {
      actor = actor.in(directory);
    }
  }

  /** Asks for the values of a key that the request changes. */
  record Reveal(
      Actor actor,
      DocumentId document,
      String key,
      Revision revision,
      Rules rules,
      Directory directory)
      implements Command {
    public Reveal {
      actor = actor.in(directory);
    }
  }

  /**
   * Commits the plan to apply a revision without the agreement of its approvers.
   *
   * @param by who asks for it; what they are is in the directory
   */
  record Bypass(
      ActorId by, Digest seen, String reason, Revision revision, Rules rules, Directory directory)
      implements Command {}

  /** Says that an approver has looked at what was merged without their agreement. */
  record Acknowledge(Actor actor, String text, Revision revision, Directory directory)
      implements Command {
    public Acknowledge {
      actor = actor.in(directory);
    }
  }

  /**
   * Takes a failed merge up again.
   *
   * @param way {@link Event.Mode#FINISH} or {@link Event.Mode#UNDO}
   */
  record TakeUp(
      Actor actor, Digest seen, Event.Mode way, Revision revision, Rules rules, Directory directory)
      implements Command {
    public TakeUp {
      actor = actor.in(directory);
      if (way != Event.Mode.FINISH && way != Event.Mode.UNDO) {
        throw new IllegalArgumentException("not a way out of a failed merge: " + way);
      }
    }
  }

  /** The merge: everything landed. */
  record Finish(List<Landed> documents) implements Command {}

  /** The merge: nothing was applied. */
  record GiveUp(Reason reason, boolean dead) implements Command {}

  /** The merge: some documents hold the change and cannot be put back. */
  record Fail(List<Remains> remains) implements Command {}

  /** The mail, or a destination: what was to follow from the request did not. */
  record TellOfTrouble(Event.Trouble trouble) implements Command {}

  /** The clock: its time is over. */
  record Expire() implements Command {}

  /** Ends the access that the request gave. */
  record Revoke(Actor actor, String reason, Revision revision, Rules rules, Directory directory)
      implements Command {
    public Revoke {
      actor = actor.in(directory);
    }
  }

  /** The clock: the time of the access is over. */
  record EndAccess(Grant grant) implements Command {}
}
