package io.countersign.policy;

import io.countersign.directory.Actor;
import io.countersign.directory.ActorId;
import io.countersign.directory.PersonId;
import io.countersign.quorum.Filling;
import io.countersign.quorum.Quorum;
import io.countersign.quorum.Seats;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A policy as it stood when a revision was made; later edits of it loosen nothing (rule 4).
 *
 * @param bypassers the active people who were chosen to bypass it at that moment
 */
public record BoundPolicy(
    PolicyId id,
    String name,
    long version,
    Terms terms,
    List<BoundRequirement> requirements,
    SortedSet<PersonId> bypassers) {

  /** Whether it asks for the same as that one: what nobody has written changes with the admins. */
  public boolean asksAs(BoundPolicy other) {
    return requirements.stream()
        .map(BoundRequirement::requirement)
        .toList()
        .equals(other.requirements.stream().map(BoundRequirement::requirement).toList());
  }

  /** Everybody in one of the sets. */
  public SortedSet<PersonId> members() {
    SortedSet<PersonId> members = new TreeSet<>();
    requirements.forEach(each -> members.addAll(each.members()));
    return members;
  }

  /** Whether the person is in one of the sets. */
  public boolean names(PersonId person) {
    return requirements.stream().anyMatch(each -> each.members().contains(person));
  }

  /** Those of the members who may approve what these wrote, or answer for. */
  public SortedSet<PersonId> approvers(Set<? extends ActorId> barred) {
    SortedSet<PersonId> approvers = members();
    if (!terms.selfApproval()) {
      approvers.removeAll(barred);
    }
    return approvers;
  }

  /**
   * Whether the author may bypass it: where people are chosen, one of them then and now (rule 7).
   */
  public boolean letsBypass(Actor author) {
    Bypass bypass = terms.bypass();
    return bypass.admits(author)
        && (!(bypass instanceof Bypass.Chosen) || bypassers.contains(author.id()));
  }

  /** Whether these people could meet every requirement together. */
  public boolean satisfiableBy(Set<PersonId> voters) {
    return fill(voters).complete();
  }

  /** The best seating of the voters, one seat each. */
  public Filling<PersonId> fill(Set<PersonId> voters) {
    return Quorum.fill(
        requirements.stream()
            .map(each -> new Seats<>(each.requirement().approvals(), each.members()))
            .toList(),
        voters);
  }
}
