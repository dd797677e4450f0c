package io.countersign.directory;

import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who acts.
 *
 * @param email where mail goes; never used as identity
 * @param subject the one OIDC subject that the person signs in with, or null while unbound
 * @param groups the groups that the person is a member of
 * @param version how often the person was written, from 1
 */
public record Person(
    PersonId id,
    String name,
    String email,
    boolean active,
    @Nullable Subject subject,
    SortedSet<GroupId> groups,
    long version) {

  /** The same person, member of these groups instead, in the version to come. */
  public Person in(SortedSet<GroupId> others) {
    return new Person(id, name, email, active, subject, others, version + 1);
  }
}
