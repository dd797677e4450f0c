package io.countersign.directory;

import java.util.List;
import java.util.SortedSet;
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
}
