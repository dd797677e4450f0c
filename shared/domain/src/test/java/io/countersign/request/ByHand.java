package io.countersign.request;

import io.countersign.directory.Directory;
import io.countersign.directory.Person;
import io.countersign.directory.PersonId;
import io.countersign.policy.Policy;
import io.countersign.policy.Requirement;
import io.countersign.policy.Target;
import io.countersign.project.DocumentId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Rules 2 to 6 over again, in the plainest way: every seat tries every person. */
record ByHand(Poll poll) {
  /** Whether it may be merged. */
  boolean mergeable() {
    return !poll.votes().containsValue(Decision.REJECT)
        && active(poll.authors().first(), poll.now().directory())
        && governing(poll.then()).stream().allMatch(policy -> met(policy, true))
        && governing(poll.now()).stream().allMatch(policy -> met(policy, bound(policy)));
  }

  /** Whether it could be agreed by the people and rules that it was submitted under. */
  boolean possible() {
    return governing(poll.then()).stream()
        .allMatch(
            policy ->
                seated(
                    policy,
                    (requirement, person) ->
                        named(requirement, person, poll.then().directory())
                            && !barred(policy, person)));
  }

  /** Whoever joined after the revision was made does not count in a policy that was there then. */
  private boolean met(Policy policy, boolean bound) {
    return seated(
        policy,
        (requirement, person) ->
            poll.votes().get(person) == Decision.APPROVE
                && !barred(policy, person)
                && named(requirement, person, poll.now().directory())
                && (!bound || named(requirement, person, poll.then().directory())));
  }

  private boolean bound(Policy policy) {
    return governing(poll.then()).contains(policy);
  }

  private boolean barred(Policy policy, PersonId person) {
    return poll.authors().contains(person) && !policy.terms().selfApproval();
  }

  private static boolean active(PersonId person, Directory directory) {
    Person known = directory.people().get(person);
    return known != null && known.active();
  }

  private static boolean named(Requirement requirement, PersonId person, Directory directory) {
    return active(person, directory)
        && (requirement.people().contains(person)
            || requirement.groups().stream()
                .anyMatch(group -> directory.activeMembers(group).contains(person)));
  }

  /** Who may take a seat of a requirement. */
  private interface Taking {
    boolean admits(Requirement requirement, PersonId person);
  }

  private boolean seated(Policy policy, Taking taking) {
    List<Predicate<PersonId>> seats = new ArrayList<>();
    for (Requirement requirement : policy.requirements()) {
      for (int n = 0; n < requirement.approvals(); n++) {
        seats.add(person -> taking.admits(requirement, person));
      }
    }
    return seated(seats, new HashSet<>(poll.then().directory().people().keySet()));
  }

  private static boolean seated(List<Predicate<PersonId>> seats, Set<PersonId> people) {
    if (seats.isEmpty()) {
      return true;
    }
    for (PersonId person : people) {
      if (seats.getFirst().test(person)) {
        Set<PersonId> others = new HashSet<>(people);
        others.remove(person);
        if (seated(seats.subList(1, seats.size()), others)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Rule 3, for the three forms of targets that polls have. */
  private List<Policy> governing(Poll.Order order) {
    return order.policies().stream()
        .filter(
            policy ->
                poll.documents().stream()
                    .anyMatch(
                        document ->
                            closeness(policy, document) > 0
                                && order.policies().stream()
                                    .noneMatch(
                                        other ->
                                            closeness(other, document)
                                                > closeness(policy, document))))
        .toList();
  }

  private static int closeness(Policy policy, DocumentId document) {
    int closest = 0;
    for (Target target : policy.targets()) {
      int here =
          switch (target.path().value()) {
            case "/**" -> 1;
            case "/*" -> 2;
            case String path -> path.equals(document.path().value()) ? 3 : 0;
          };
      closest = Math.max(closest, here);
    }
    return closest;
  }
}
