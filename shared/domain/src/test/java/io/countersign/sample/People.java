package io.countersign.sample;

import io.countersign.directory.Actor;
import io.countersign.directory.Directory;
import io.countersign.directory.Group;
import io.countersign.directory.GroupId;
import io.countersign.directory.Machine;
import io.countersign.directory.MachineId;
import io.countersign.directory.Person;
import io.countersign.directory.PersonId;
import io.countersign.directory.Subject;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** People by their first names. */
public final class People {
  private People() {}

  public static PersonId id(String name) {
    return new PersonId(name);
  }

  public static SortedSet<PersonId> ids(String... names) {
    return Stream.of(names)
        .map(PersonId::new)
        .collect(Collectors.toCollection(() -> new TreeSet<>()));
  }

  public static SortedSet<GroupId> groups(String... names) {
    return Stream.of(names)
        .map(GroupId::new)
        .collect(Collectors.toCollection(() -> new TreeSet<>()));
  }

  /** Somebody active, as first written, with a subject of their own. */
  public static Person person(String name, String... groups) {
    return new Person(
        id(name), name, name + "@example.com", true, subject(name), groups(groups), 1);
  }

  public static Subject subject(String name) {
    return new Subject("https://issuer.example.com", "subject-of-" + name);
  }

  /** The same person, deactivated. */
  public static Person gone(Person person) {
    return new Person(
        person.id(),
        person.name(),
        person.email(),
        false,
        person.subject(),
        person.groups(),
        person.version());
  }

  /** The same person, whose mail goes to that address, in the version to come. */
  public static Person at(String email, Person person) {
    return new Person(
        person.id(),
        person.name(),
        email,
        person.active(),
        person.subject(),
        person.groups(),
        person.version() + 1);
  }

  /** The same person, whom nobody signs in as yet. */
  public static Person unbound(Person person) {
    return new Person(
        person.id(),
        person.name(),
        person.email(),
        person.active(),
        null,
        person.groups(),
        person.version());
  }

  public static Actor actor(String name, String... groups) {
    return Actor.of(person(name, groups));
  }

  /** Everybody and the groups that they name. */
  public static Directory directory(Person... people) {
    SortedMap<PersonId, Person> all = new TreeMap<>();
    SortedMap<GroupId, Group> groups = new TreeMap<>();
    for (Person person : people) {
      all.put(person.id(), person);
      person.groups().forEach(each -> groups.put(each, new Group(each, each.value(), 1)));
    }
    return new Directory(all, groups);
  }

  /** An active machine, as first written, with a subject of its own. */
  public static Machine machine(String name, String... owners) {
    return new Machine(
        new MachineId(name),
        name,
        true,
        subject("machine-" + name),
        ids(owners),
        Collections.emptySortedMap(),
        1);
  }

  /** The same directory with these machines. */
  public static Directory with(Directory directory, Machine... machines) {
    SortedMap<MachineId, Machine> all = new TreeMap<>(directory.machines());
    Stream.of(machines).forEach(each -> all.put(each.id(), each));
    return new Directory(directory.people(), directory.groups(), all);
  }

  /** Active people of these names, in no group. */
  public static Directory directory(String... names) {
    return directory(Stream.of(names).map(name -> person(name)).toArray(Person[]::new));
  }
}
