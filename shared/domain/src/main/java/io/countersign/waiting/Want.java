package io.countersign.waiting;

import io.countersign.directory.Actor;
import io.countersign.directory.Directory;
import io.countersign.directory.MachineId;
import io.countersign.explain.Reason;
import io.countersign.policy.Rules;
import io.countersign.request.Agreement;
import io.countersign.request.Eligibility;
import io.countersign.request.Request;
import io.countersign.request.Requester;
import io.countersign.request.Reviewing;
import io.countersign.revision.Revision;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a request wants of somebody: what it waits for. */
public enum Want {
  /** Its agreement is not complete, and theirs would help. */
  VOTE,
  /** It is agreed, and theirs; a machine's is its approvers'. */
  MERGE,
  /** Its revision can never be merged, and it is theirs or that of a machine which they own. */
  REVISE,
  /** Its merge has failed, and it is theirs or they are among its approvers. */
  FINISH,
  /** It was live without its approvers, one of whom is to look at it. */
  ACKNOWLEDGE;

  /** What it wants of the actor now; null for nothing. */
  public static @Nullable Want of(
      Actor actor,
      Request state,
      Revision revision,
      Rules rules,
      Directory directory,
      Instant now) {
    if (!actor.active() || state.overdue(now)) {
      return null;
    }
    Want first = first(actor, state, revision, rules, directory);
    return first == null && Reviewing.hindrance(state, actor, revision, directory) == null
        ? ACKNOWLEDGE
        : first;
  }

  /** What brings the request itself forward comes first. */
  private static @Nullable Want first(
      Actor actor, Request state, Revision revision, Rules rules, Directory directory) {
    boolean author = actor.id().equals(state.author());
    boolean machines = state.author() instanceof MachineId;
    boolean approver = Eligibility.of(actor, revision) == Eligibility.ELIGIBLE;
    return switch (state.status()) {
      case OPEN -> {
        if (state.dead()) {
          boolean owner = machines && revision.owners().stream().anyMatch(actor.id()::equals);
          yield (author || owner)
                  && !Reviewing.awaited(state)
                  && Requester.mayRevise(actor, state, rules.access())
              ? REVISE
              : null;
        }
        List<Reason> reasons = Agreement.beforeMerge(state, revision, rules, directory);
        yield reasons.isEmpty()
            ? (machines ? approver : author) ? MERGE : null
            : helps(actor, state, reasons) ? VOTE : null;
      }
      case FAILED -> author || approver ? FINISH : null;
      case MERGING, MERGED, BYPASSED, REJECTED, WITHDRAWN, EXPIRED -> null;
    };
  }

  /** Whether they have not voted, and are among those who could give a missing approval. */
  private static boolean helps(Actor actor, Request state, List<Reason> reasons) {
    return state.votes().keySet().stream().noneMatch(each -> each.equals(actor.id()))
        && Agreement.missing(reasons).stream()
            .anyMatch(each -> each.clearedBy().stream().anyMatch(who -> who.equals(actor.id())));
  }
}
