package io.countersign.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The directory, and who may do what in the whole organisation.
 *
 * @param bindings given on project {@code *}
 */
public record Organisation(Directory directory, List<Binding> bindings) {

  /** The people who can sign in and may write the directory: it takes one to let others in. */
  public SortedSet<PersonId> admins() {
    SortedSet<PersonId> admins = new TreeSet<>();
    for (Person person :
        new Access(List.of(), bindings).holders(Permission.DIRECTORY_WRITE, directory)) {
      if (person.subject() != null) {
        admins.add(person.id());
      }
    }
    return admins;
  }

  /** The same once these people are so. */
  public Organisation with(List<Person> written) {
    SortedMap<PersonId, Person> people = new TreeMap<>(directory.people());
    written.forEach(each -> people.put(each.id(), each));
    return new Organisation(
        new Directory(people, directory.groups(), directory.machines()), bindings);
  }

  /** The same once the binding is so. */
  public Organisation with(Binding written) {
    List<Binding> all = new ArrayList<>(without(written).bindings);
    all.add(written);
    return new Organisation(directory, all);
  }

  /** The same once there is no binding of that id. */
  public Organisation without(Binding taken) {
    return new Organisation(
        directory, bindings.stream().filter(each -> !each.id().equals(taken.id())).toList());
  }
}
