package io.countersign.request;

import io.countersign.directory.Actor;
import io.countersign.policy.BoundPolicy;
import io.countersign.policy.BoundRequirement;
import io.countersign.revision.Revision;

/** Whether somebody's vote on a revision can count (rule 2). */
public enum Eligibility {
  /** In a set then and now, and not barred. */
  ELIGIBLE,
  /** In a set, but an author of it. */
  AUTHOR,
  /** In a set, but an owner of a machine that wrote it. */
  OWNER,
  /** In a set when the revision was made, not any more. */
  LEFT,
  /** Never in a set. */
  OUTSIDE;

  /** The best that the actor is in any of the policies as bound. */
  public static Eligibility of(Actor actor, Revision revision) {
    Eligibility best = OUTSIDE;
    for (BoundPolicy policy : revision.policies()) {
      for (BoundRequirement requirement : policy.requirements()) {
        Eligibility here = in(requirement, policy, actor, revision);
        best = here.compareTo(best) < 0 ? here : best;
      }
    }
    return best;
  }

  private static Eligibility in(
      BoundRequirement requirement, BoundPolicy policy, Actor actor, Revision revision) {
    if (!requirement.members().contains(actor.id())) {
      return OUTSIDE;
    }
    if (!policy.terms().selfApproval() && revision.authors().contains(actor.id())) {
      return AUTHOR;
    }
    if (!policy.terms().selfApproval() && revision.barred().contains(actor.id())) {
      return OWNER;
    }
    return requirement.requirement().admits(actor) ? ELIGIBLE : LEFT;
  }
}
