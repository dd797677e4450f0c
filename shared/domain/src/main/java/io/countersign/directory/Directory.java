package io.countersign.directory;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** All people, groups and machines of the organisation at one moment. */
public record Directory(
    SortedMap<PersonId, Person> people,
    SortedMap<GroupId, Group> groups,
    SortedMap<MachineId, Machine> machines) {
  public static final Directory EMPTY = new Directory(new TreeMap<>(), new TreeMap<>());

  /** Without machines. */
  public Directory(SortedMap<PersonId, Person> people, SortedMap<GroupId, Group> groups) {
    this(people, groups, Collections.emptySortedMap());
  }

  /** The person, or null when there is none. */
  public @Nullable Person person(PersonId id) {
    return people.get(id);
  }

  /**
   * Who has owned one of the machines among the actors at any time since then; those who own a
   * machine answer for what it writes.
   */
  public SortedSet<PersonId> ownersSince(Collection<ActorId> actors, Instant then) {
    SortedSet<PersonId> owners = new TreeSet<>();
    for (ActorId actor : actors) {
      if (actor instanceof MachineId id && machines.containsKey(id)) {
        owners.addAll(machines.get(id).ownersSince(then));
      }
    }
    return owners;
  }

  /** The active people who own the machine; empty for an unknown one. */
  public SortedSet<PersonId> activeOwners(MachineId id) {
    SortedSet<PersonId> owners = new TreeSet<>();
    Machine machine = machines.get(id);
    if (machine != null) {
      for (PersonId owner : machine.owners()) {
        Person person = people.get(owner);
        if (person != null && person.active()) {
          owners.add(owner);
        }
      }
    }
    return owners;
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
      case PersonId person -> people.containsKey(person) ? Actor.of(people.get(person)) : null;
      case MachineId machine ->
          machines.containsKey(machine) ? Actor.of(machines.get(machine)) : null;
    };
  }

  /** Whether the subject is theirs at this moment. */
  public boolean binds(Subject subject, ActorId id) {
    return switch (id) {
      case PersonId person ->
          people.containsKey(person) && subject.equals(people.get(person).subject());
      case MachineId machine ->
          machines.containsKey(machine) && subject.equals(machines.get(machine).subject());
    };
  }

  /** The actor's name, or the id where the directory does not know them. */
  public String nameOf(ActorId id) {
    Actor actor = actor(id);
    return actor == null ? id.value() : actor.name();
  }
}
