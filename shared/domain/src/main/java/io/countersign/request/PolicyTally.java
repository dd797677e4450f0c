package io.countersign.request;

import io.countersign.directory.ActorId;
import io.countersign.directory.PersonId;
import io.countersign.explain.Reason;
import io.countersign.policy.BoundPolicy;
import io.countersign.policy.BoundRequirement;
import io.countersign.policy.Requirement;
import io.countersign.quorum.Filling;
import io.countersign.quorum.Seated;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * The votes as one policy counts them.
 *
 * @param counted the filled seats of each requirement
 * @param missing one reason for each requirement with open seats
 */
record PolicyTally(List<Integer> counted, List<Reason> missing) {

  /**
   * Counts.
   *
   * @param present the policy with only those members who may vote
   * @param approving everybody who approves; those who are no members of it fill no seat
   * @param voter whether somebody may vote on the revision: a live policy lets nobody else in
   */
  static PolicyTally of(
      BoundPolicy present, SortedSet<PersonId> approving, Predicate<PersonId> voter) {
    Filling<PersonId> filling = present.fill(approving);
    if (filling.complete()) {
      return new PolicyTally(counted(filling), List.of());
    }
    BoundPolicy open =
        only(present, (member, _) -> approving.contains(member) || voter.test(member));
    Filling<PersonId> best = open.fill(approving);
    return new PolicyTally(
        counted(best), missing(open, best, approving, open.satisfiableBy(open.members())));
  }

  private static List<Integer> counted(Filling<PersonId> filling) {
    return filling.requirements().stream().map(Seated::filled).toList();
  }

  private static List<Reason> missing(
      BoundPolicy open, Filling<PersonId> filling, Set<PersonId> approving, boolean possible) {
    String remedy = possible ? "" : " Too few of its people are left for that: revise the request.";
    List<Reason> missing = new ArrayList<>();
    for (int i = 0; i < open.requirements().size(); i++) {
      int seats = filling.requirements().get(i).missing();
      if (seats > 0) {
        SortedSet<PersonId> could = new TreeSet<>(open.requirements().get(i).members());
        could.removeAll(approving);
        missing.add(missing(open, seats, remedy, could));
      }
    }
    return missing;
  }

  /** The policy with only those members who may vote: in its sets still, and not barred. */
  static BoundPolicy present(BoundPolicy policy, Set<ActorId> barred, Agreement.Now now) {
    boolean all = policy.terms().selfApproval();
    return only(
        policy,
        (member, requirement) ->
            (all || !barred.contains(member)) && now.admits(member, requirement));
  }

  private static BoundPolicy only(BoundPolicy policy, BiPredicate<PersonId, Requirement> wanted) {
    return new BoundPolicy(
        policy.id(),
        policy.name(),
        policy.version(),
        policy.terms(),
        policy.requirements().stream().map(each -> only(each, wanted)).toList(),
        policy.bypassers());
  }

  private static BoundRequirement only(
      BoundRequirement bound, BiPredicate<PersonId, Requirement> wanted) {
    for (PersonId member : bound.members()) {
      if (!wanted.test(member, bound.requirement())) {
        return filtered(bound, wanted);
      }
    }
    return bound;
  }

  private static BoundRequirement filtered(
      BoundRequirement bound, BiPredicate<PersonId, Requirement> wanted) {
    SortedSet<PersonId> members = new TreeSet<>(bound.members());
    members.removeIf(member -> !wanted.test(member, bound.requirement()));
    return new BoundRequirement(bound.requirement(), members);
  }

  private static Reason missing(
      BoundPolicy policy, int seats, String remedy, SortedSet<PersonId> could) {
    String need =
        "Policy \"%s\" needs %d more approval%s."
            .formatted(policy.name(), seats, seats == 1 ? "" : "s");
    return new Reason(Agreement.APPROVALS_MISSING, need + remedy, could);
  }
}
