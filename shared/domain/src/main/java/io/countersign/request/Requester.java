package io.countersign.request;

import io.countersign.directory.Access;
import io.countersign.directory.Actor;
import io.countersign.directory.Permission;
import io.countersign.project.DocumentId;
import io.countersign.revision.Revision;
import java.util.Collection;

/** What somebody may do with a request, by their relation to it and by their roles. */
public final class Requester {
  private Requester() {}

  /**
   * Its authors, the owners of machines among them, everybody in the sets of its policies, who may
   * read requests there, and who may merge all of it or take it over: nobody does either unseen.
   */
  public static boolean mayRead(Actor actor, Request state, Revision revision, Access access) {
    return actor.active()
        && (revision.barred().contains(actor.id())
            || revision.policies().stream().anyMatch(each -> each.members().contains(actor.id()))
            || state.documents().stream()
                .anyMatch(each -> access.allows(actor, Permission.REQUESTS_READ, each))
            || mayMergeAll(actor, state, access)
            || mayPropose(actor, state.documents(), access));
  }

  /** Its author, an approver of it, or who has {@code requests:merge} on all it touches. */
  public static boolean mayMerge(Actor actor, Request state, Revision revision, Access access) {
    return actor.active()
        && (actor.id().equals(state.author())
            || Eligibility.of(actor, revision) == Eligibility.ELIGIBLE
            || mayMergeAll(actor, state, access));
  }

  /** Its author, or who has {@code requests:merge} on all it touches. */
  public static boolean mayWithdraw(Actor actor, Request state, Access access) {
    return actor.active()
        && (actor.id().equals(state.author()) || mayMergeAll(actor, state, access));
  }

  /**
   * Its author, or who takes it over: that needs {@code secrets:propose} on all it touches, so that
   * nobody drops from it what is not theirs.
   */
  public static boolean mayRevise(Actor actor, Request state, Access access) {
    return actor.active()
        && (actor.id().equals(state.author()) || mayPropose(actor, state.documents(), access));
  }

  /** Who has {@code secrets:propose} on all of these. */
  public static boolean mayPropose(Actor actor, Collection<DocumentId> documents, Access access) {
    return documents.stream()
        .allMatch(each -> access.allows(actor, Permission.SECRETS_PROPOSE, each));
  }

  private static boolean mayMergeAll(Actor actor, Request state, Access access) {
    return state.documents().stream()
        .allMatch(each -> access.allows(actor, Permission.REQUESTS_MERGE, each));
  }
}
