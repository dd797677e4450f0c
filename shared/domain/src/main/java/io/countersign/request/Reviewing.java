package io.countersign.request;

import io.countersign.directory.Actor;
import io.countersign.directory.ActorId;
import io.countersign.directory.Directory;
import io.countersign.directory.PersonId;
import io.countersign.explain.Reason;
import io.countersign.explain.Refusal;
import io.countersign.policy.BoundPolicy;
import io.countersign.revision.Revision;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Looking afterwards at what was live without its approvers: the end of rule 7. That is what was
 * merged so, and what failed, also once it was undone.
 */
public final class Reviewing {
  private Reviewing() {}

  static Outcome acknowledge(Request state, Command.Acknowledge command) {
    Refusal hindrance = hindrance(state, command.actor(), command.revision(), command.directory());
    if (hindrance != null) {
      return Requests.refused(hindrance);
    }
    PersonId approver = (PersonId) command.actor().id();
    return Requests.accepted(new Event.Acknowledged(approver, command.text()));
  }

  /**
   * Whether an approver is still to look at it. Until then it keeps the revision that went around
   * them, so that nobody else can be asked in their place.
   */
  public static boolean awaited(Request state) {
    Request.Unreviewed around = state.unreviewed();
    return around != null && around.reviewed() == null;
  }

  /** Why somebody may not acknowledge the request, or null where they may. */
  public static @Nullable Refusal hindrance(
      Request state, Actor actor, Revision revision, Directory directory) {

    Request.Unreviewed unreviewed = state.unreviewed();
    if (state.status() == Status.MERGING) {
      return Standing.underWay(state);
    }
    if (unreviewed == null) {
      return Standing.refusal(
          state, "not-bypassed", "Nothing of the request was live without its approvers.");
    }
    if (unreviewed.reviewed() != null) {
      return Standing.refusal(
          state, "acknowledged", "An approver has acknowledged the request already.");
    }
    SortedSet<ActorId> barred = revision.barred(directory);
    if (!(actor.id() instanceof PersonId)) {
      return forbidden("machines-never-vote", "Machines acknowledge nothing.", revision, barred);
    }
    if (revision.authors().contains(actor.id())) {
      return forbidden("own-request", "You wrote this request.", revision, barred);
    }
    if (barred.contains(actor.id())) {
      return forbidden(
          "own-machine", "You own a machine that wrote this request.", revision, barred);
    }
    return switch (Eligibility.of(actor, revision)) {
      // Who is barred was refused above, also where authors may approve.
      case ELIGIBLE, AUTHOR, OWNER -> null;
      case OUTSIDE ->
          forbidden("not-an-approver", "You are not among its approvers.", revision, barred);
      case LEFT ->
          forbidden(
              "no-longer-an-approver",
              "You were an approver when this revision was made but are not any more.",
              revision,
              barred);
    };
  }

  private static Refusal forbidden(
      String code, String why, Revision revision, SortedSet<ActorId> barred) {
    SortedSet<PersonId> approvers = new TreeSet<>();
    for (BoundPolicy policy : revision.policies()) {
      approvers.addAll(policy.members());
    }
    approvers.removeAll(barred);
    return Refusal.forbidden(
        new Reason(code, why + " Another of its approvers has to look at it.", approvers));
  }
}
