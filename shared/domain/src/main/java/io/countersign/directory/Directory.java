package io.countersign.directory;

import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** All people and groups of the organisation at one moment. */
public record Directory(SortedMap<PersonId, Person> people, SortedMap<GroupId, Group> groups) {
  public static final Directory EMPTY = new Directory(new TreeMap<>(), new TreeMap<>());

  /** The person, or null when there is none. */
  public @Nullable Person person(PersonId id) {
    return people.get(id);
  }

  /** The active people of a group; empty for an unknown group. */
  public SortedSet<PersonId> activeMembers(GroupId group) {
    SortedSet<PersonId> members = new TreeSet<>();
    for (Map.Entry<PersonId, Person> entry : people.entrySet()) {
      if (entry.getValue().active() && entry.getValue().groups().contains(group)) {
        members.add(entry.getKey());
      }
    }
    return members;
  }

  /** Who that is at this moment, or null when there is nobody. */
  public @Nullable Actor actor(ActorId id) {
    return switch (id) {
      case PersonId person when people.containsKey(person) -> Actor.of(people.get(person));
      case PersonId _, MachineId _ -> null;
    };
  }

  /** The actor's name, or the id where the directory does not know them. */
  public String nameOf(ActorId id) {
    Actor actor = actor(id);
    return actor == null ? id.value() : actor.name();
  }
}
