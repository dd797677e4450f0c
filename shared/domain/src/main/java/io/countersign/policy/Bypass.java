package io.countersign.policy;

import io.countersign.directory.Actor;
import io.countersign.directory.Directory;
import io.countersign.directory.GroupId;
import io.countersign.directory.Person;
import io.countersign.directory.PersonId;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which authors may have their request merged without the agreement of its approvers (rule 7). */
public sealed interface Bypass {
  /** Whether the author is one of them at this moment; no machine is, nor somebody inactive. */
  default boolean admits(Actor author) {
    return author.active()
        && author.id() instanceof PersonId person
        && names(person, author.groups());
  }

  /** Whether a person in these groups is meant. */
  boolean names(PersonId person, Set<GroupId> theirs);

  /** The active people who were chosen by name or group, as the directory has it. */
  default SortedSet<PersonId> chosen(Directory directory) {
    return new TreeSet<>();
  }

  /** None of them. */
  record Off() implements Bypass {
    @Override
    public boolean names(PersonId person, Set<GroupId> theirs) {
      return false;
    }
  }

  /** All of them: said so, and never what is left of a list. */
  record Anyone() implements Bypass {
    @Override
    public boolean names(PersonId person, Set<GroupId> theirs) {
      return true;
    }
  }

  /** Those who are named, or are in a group that is. */
  record Chosen(SortedSet<PersonId> people, SortedSet<GroupId> groups) implements Bypass {
    /**
     * Checks that somebody is named.
     *
     * @throws IllegalArgumentException when both are empty: emptying a list never opens it
     */
    public Chosen {
      if (people.isEmpty() && groups.isEmpty()) {
        throw new IllegalArgumentException("names nobody");
      }
    }

    @Override
    public boolean names(PersonId person, Set<GroupId> theirs) {
      return people.contains(person) || theirs.stream().anyMatch(group -> groups.contains(group));
    }

    @Override
    public SortedSet<PersonId> chosen(Directory directory) {
      return directory.people().values().stream()
          .filter(person -> admits(Actor.of(person)))
          .map(Person::id)
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
