package io.countersign.request;

import io.countersign.directory.ActorId;
import io.countersign.directory.PersonId;
import io.countersign.explain.Reason;
import io.countersign.policy.BoundPolicy;
import io.countersign.policy.BoundRequirement;
import io.countersign.policy.Requirement;
import io.countersign.quorum.Seated;
import io.countersign.revision.Revision;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/**
 * The votes as one policy counts them.
 *
 * @param counted the filled seats of each requirement
 * @param eligible the voters whose votes it takes
 * @param missing one reason for each requirement with open seats
 */
record PolicyTally(List<Integer> counted, SortedSet<PersonId> eligible, List<Reason> missing) {

  /** Who may vote on the revision: a live policy that names others lets nobody else in. */
  static SortedSet<PersonId> voters(Revision revision, Set<ActorId> barred, Agreement.Now now) {
    SortedSet<PersonId> voters = new TreeSet<>();
    for (BoundPolicy policy : revision.policies()) {
      voters.addAll(present(policy, barred, now).members());
    }
    return voters;
  }

  static PolicyTally of(
      BoundPolicy policy,
      Request state,
      Set<ActorId> barred,
      Set<PersonId> voters,
      Agreement.Now now) {
    BoundPolicy present = present(policy, barred, now);
    SortedSet<PersonId> eligible = present.approvers(barred);
    SortedSet<PersonId> approving = new TreeSet<>();
    for (Vote vote : state.votes().values()) {
      if (vote.decision() == Decision.APPROVE && eligible.contains(vote.voter())) {
        approving.add(vote.voter());
      }
    }
    SortedSet<PersonId> reached = new TreeSet<>(voters);
    reached.addAll(approving);
    BoundPolicy open = only(present, (person, _) -> reached.contains(person));
    List<Integer> filled =
        open.fill(approving).requirements().stream().map(Seated::filled).toList();
    String remedy =
        open.satisfiableBy(reached)
            ? ""
            : " Too few of its people are left for that: revise the request.";
    List<Reason> missing = new ArrayList<>();
    for (int i = 0; i < filled.size(); i++) {
      BoundRequirement requirement = open.requirements().get(i);
      int seats = requirement.requirement().approvals() - filled.get(i);
      if (seats > 0) {
        SortedSet<PersonId> could = new TreeSet<>(requirement.members());
        could.removeAll(approving);
        missing.add(missing(policy, seats, remedy, could));
      }
    }
    return new PolicyTally(filled, eligible, missing);
  }

  /** The policy with only those members who may vote: in its sets still, and not barred. */
  private static BoundPolicy present(BoundPolicy policy, Set<ActorId> barred, Agreement.Now now) {
    Set<PersonId> allowed = policy.approvers(barred);
    return only(
        policy,
        (person, requirement) -> allowed.contains(person) && now.admits(person, requirement));
  }

  private static BoundPolicy only(BoundPolicy policy, BiPredicate<PersonId, Requirement> wanted) {
    return new BoundPolicy(
        policy.id(),
        policy.name(),
        policy.version(),
        policy.terms(),
        policy.requirements().stream()
            .map(
                each ->
                    new BoundRequirement(
                        each.requirement(),
                        each.members().stream()
                            .filter(member -> wanted.test(member, each.requirement()))
                            .collect(Collectors.toCollection(TreeSet::new))))
            .toList(),
        policy.bypassers());
  }

  private static Reason missing(
      BoundPolicy policy, int seats, String remedy, SortedSet<PersonId> could) {
    String need =
        "Policy \"%s\" needs %d more approval%s."
            .formatted(policy.name(), seats, seats == 1 ? "" : "s");
    return new Reason(Agreement.APPROVALS_MISSING, need + remedy, could);
  }
}
