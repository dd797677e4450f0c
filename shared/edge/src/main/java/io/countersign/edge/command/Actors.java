package io.countersign.edge.command;

import io.countersign.directory.Actor;
import io.countersign.directory.Subject;
import io.countersign.edge.http.Problem;
import org.jspecify.annotations.Nullable;

/** The signed-in person, or why there is none. */
public final class Actors {
  private Actors() {}

  /**
   * The person that the directory has for the subject.
   *
   * @throws ProblemException 403 for a stranger, and for somebody deactivated
   */
  public static Actor require(@Nullable Actor actor, Subject subject) {
    if (actor == null) {
      throw Problem.of(
              403,
              "unknown-person",
              "You are signed in, but nobody here is bound to you yet. Ask an admin to bind subject "
                  + subject.subject()
                  + " of issuer "
                  + subject.issuer()
                  + " to a person.")
          .asException();
    }
    if (!actor.active()) {
      throw Problem.of(403, "deactivated", "You are deactivated here; ask an admin.").asException();
    }
    return actor;
  }
}
