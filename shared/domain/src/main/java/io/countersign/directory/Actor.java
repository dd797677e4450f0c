package io.countersign.directory;

import java.util.Collections;
import java.util.SortedSet;

/** Who gives a command, signed in, as the directory has them at this moment. */
public record Actor(ActorId id, String name, boolean active, SortedSet<GroupId> groups) {
  public static Actor of(Person person) {
    return new Actor(person.id(), person.name(), person.active(), person.groups());
  }

  /** Groups hold people only. */
  public static Actor of(Machine machine) {
    return new Actor(machine.id(), machine.name(), machine.active(), Collections.emptySortedSet());
  }
}
