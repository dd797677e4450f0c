package io.countersign.policy;

import io.countersign.directory.Actor;
import io.countersign.directory.Directory;
import io.countersign.directory.GroupId;
import io.countersign.directory.Person;
import io.countersign.directory.PersonId;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** "{@code approvals} out of these people and groups". */
public record Requirement(int approvals, SortedSet<PersonId> people, SortedSet<GroupId> groups) {

  /** Whether the actor is in the set at this moment; somebody inactive never is. */
  public boolean admits(Actor actor) {
    return actor.active()
        && (people.contains(actor.id())
            || actor.groups().stream().anyMatch(group -> groups.contains(group)));
  }

  /** The active people of the set, as the directory has it. */
  public SortedSet<PersonId> members(Directory directory) {
    return directory.people().values().stream()
        .filter(person -> admits(Actor.of(person)))
        .map(Person::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
