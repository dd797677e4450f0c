package io.countersign.policy;

import io.countersign.directory.Actor;
import io.countersign.directory.Directory;
import io.countersign.directory.GroupId;
import io.countersign.directory.Person;
import io.countersign.directory.PersonId;
import java.util.SortedSet;
import java.util.TreeSet;

/** "{@code approvals} out of these people and groups". */
public record Requirement(int approvals, SortedSet<PersonId> people, SortedSet<GroupId> groups) {

  /** Whether the actor is in the set at this moment; somebody inactive never is. */
  public boolean admits(Actor actor) {
    return actor.active() && (people.contains(actor.id()) || shares(actor.groups()));
  }

  private boolean shares(SortedSet<GroupId> others) {
    for (GroupId group : others) {
      if (groups.contains(group)) {
        return true;
      }
    }
    return false;
  }

  /** The active people of the set, as the directory has it. */
  public SortedSet<PersonId> members(Directory directory) {
    SortedSet<PersonId> members = new TreeSet<>();
    for (Person person : directory.people().values()) {
      if (admits(Actor.of(person))) {
        members.add(person.id());
      }
    }
    return members;
  }
}
