package io.countersign.directory;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** Who gives a command, signed in, as the directory has them at this moment. */
public record Actor(ActorId id, String name, boolean active, SortedSet<GroupId> groups) {
  public static Actor of(Person person) {
    return new Actor(person.id(), person.name(), person.active(), person.groups());
  }

  /** Groups hold people only. */
  public static Actor of(Machine machine) {
    return new Actor(machine.id(), machine.name(), machine.active(), Collections.emptySortedSet());
  }

  /** The same actor as a directory has them; who is not in it is not active. */
  public Actor in(Directory directory) {
    Actor known = directory.actor(id);
    return known != null ? known : new Actor(id, name, false, new TreeSet<>());
  }
}
