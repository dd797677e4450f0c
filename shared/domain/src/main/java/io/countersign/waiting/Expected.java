package io.countersign.waiting;

import io.countersign.directory.ActorId;
import io.countersign.directory.PersonId;
import io.countersign.policy.BoundPolicy;
import io.countersign.request.Agreement;
import io.countersign.request.Request;
import io.countersign.request.Reviewing;
import io.countersign.revision.Revision;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Whom a request may wait for, by what it knows itself. Whoever reads a list asks {@link Want} of
 * the rules and people as they are now, and that never names anybody else.
 */
public final class Expected {
  private Expected() {}

  /** Those on whose lists it belongs. */
  public static SortedSet<PersonId> of(Request state, Revision revision) {
    SortedSet<PersonId> people =
        switch (state.status()) {
          case OPEN -> open(state, revision);
          case FAILED -> with(approvers(revision), author(state));
          case MERGING, MERGED, BYPASSED, REJECTED, WITHDRAWN, EXPIRED -> new TreeSet<>();
        };
    return Reviewing.awaited(state) ? with(people, approvers(revision)) : people;
  }

  private static SortedSet<PersonId> open(Request state, Revision revision) {
    SortedSet<PersonId> author = author(state);
    if (state.dead()) {
      return with(author, author.isEmpty() ? revision.owners() : author);
    }
    SortedSet<PersonId> people = approvers(revision);
    // Agreed, if nobody has left and no rule was changed.
    if (Agreement.of(state, revision, List.of(), Agreement.Now.unchanged()).agreed()) {
      return author.isEmpty() ? people : with(without(people, state), author);
    }
    return without(people, state);
  }

  private static SortedSet<PersonId> with(SortedSet<PersonId> people, SortedSet<PersonId> others) {
    people.addAll(others);
    return people;
  }

  /** Those who have not voted. */
  private static SortedSet<PersonId> without(SortedSet<PersonId> people, Request state) {
    people.removeAll(state.votes().keySet());
    return people;
  }

  private static SortedSet<PersonId> approvers(Revision revision) {
    SortedSet<PersonId> approvers = new TreeSet<>();
    for (BoundPolicy policy : revision.policies()) {
      approvers.addAll(policy.approvers(revision.barred()));
    }
    return approvers;
  }

  /** Nothing waits for a machine. */
  private static SortedSet<PersonId> author(Request state) {
    ActorId author = state.author();
    return author instanceof PersonId person ? new TreeSet<>(List.of(person)) : new TreeSet<>();
  }
}
