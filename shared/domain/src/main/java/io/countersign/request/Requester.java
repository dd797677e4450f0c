package io.countersign.request;

import io.countersign.directory.Access;
import io.countersign.directory.Actor;
import io.countersign.directory.Directory;
import io.countersign.directory.Permission;
import io.countersign.policy.Rules;
import io.countersign.revision.Payload;
import io.countersign.revision.Revision;
import io.countersign.revision.Scope;
import io.countersign.rule.Allowed;
import io.countersign.rule.Basis;
import io.countersign.rule.Edit;
import java.util.List;

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
            || state.scope().allowedSomewhere(actor, Permission.REQUESTS_READ, access)
            || mayMergeAll(actor, state, access)
            || mayTakeOver(actor, state, access));
  }

  /**
   * Its authors, the owners of machines among them, those whose votes on it can count, and who may
   * write the directory: to others it is not told by which mail address somebody is reached and
   * whom they sign in as, only that this changes.
   */
  public static boolean mayReadPeople(Actor actor, Revision revision, Access access) {
    return actor.active()
        && (revision.barred().contains(actor.id())
            || Eligibility.of(actor, revision) == Eligibility.ELIGIBLE
            || access.ofOrganisation().allows(actor, Permission.DIRECTORY_WRITE));
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

  /** Its author, or who takes it over. */
  public static boolean mayRevise(Actor actor, Request state, Access access) {
    return actor.active()
        && (actor.id().equals(state.author()) || mayTakeOver(actor, state, access));
  }

  /**
   * Who has {@code secrets:propose} on all that a change touches, so that nobody drops from it what
   * is not theirs. Access is given to who asked for it, and to nobody in their place.
   */
  private static boolean mayTakeOver(Actor actor, Request state, Access access) {
    return switch (state.scope()) {
      case Scope.OfDocuments documents ->
          documents.allowed(actor, Permission.SECRETS_PROPOSE, access);
      case Scope.OfAccess _ -> false;
      // Whoever writes it anew is judged by what they write.
      case Scope.OfGovernance governance ->
          governance.allowed(actor, Permission.DIRECTORY_WRITE, access);
    };
  }

  /** Who may submit something of that kind at least somewhere. */
  public static boolean maySubmit(Actor actor, Revision revision, Access access) {
    return switch (revision.payload()) {
      case Payload.OfSecrets _ -> access.allowsSomewhere(actor, Permission.SECRETS_PROPOSE);
      case Payload.OfAccess _, Payload.OfGovernance _ -> access.covers(actor);
    };
  }

  /** Who may propose what the revision does; access may be asked for by who has a role there. */
  public static boolean mayPropose(
      Actor actor, Revision revision, Rules rules, Directory directory) {
    Access access = rules.access();
    return switch (revision.payload()) {
      case Payload.OfSecrets _ ->
          revision.governed().stream()
              .allMatch(each -> access.allows(actor, Permission.SECRETS_PROPOSE, each));
      case Payload.OfAccess _ -> access.covers(actor);
      case Payload.OfGovernance(_, List<Edit> edits, _) ->
          actor.active() && Allowed.lacking(actor, edits, new Basis(rules, directory)) == null;
    };
  }

  private static boolean mayMergeAll(Actor actor, Request state, Access access) {
    return state.scope().allowed(actor, Permission.REQUESTS_MERGE, access);
  }
}
