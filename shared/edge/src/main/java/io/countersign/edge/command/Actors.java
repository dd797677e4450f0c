package io.countersign.edge.command;

import io.countersign.directory.Actor;
import io.countersign.directory.Directory;
import io.countersign.directory.MachineId;
import io.countersign.directory.PersonId;
import io.countersign.directory.Subject;
import io.countersign.edge.http.Caller;
import io.countersign.edge.http.Problem;
import io.countersign.edge.http.ProblemException;
import org.jspecify.annotations.Nullable;

/** The person or machine that calls, or why there is none. */
public final class Actors {
  private Actors() {}

  /**
   * Whom the directory has for the caller's subject.
   *
   * @throws ProblemException 403 for a stranger, for somebody deactivated, for a client that calls
   *     as a person or is no machine of the deployment, and for a person who calls as a machine
   */
  public static Actor require(@Nullable Actor actor, Caller caller) {
    if (caller.bearer() == Caller.Bearer.CLIENT) {
      throw unnamed().asException();
    }
    if (actor == null) {
      throw stranger(caller).asException();
    }
    Caller.Bearer due =
        switch (actor.id()) {
          case PersonId _ -> Caller.Bearer.PERSON;
          case MachineId _ -> Caller.Bearer.MACHINE;
        };
    if (due != caller.bearer()) {
      throw misused(caller.bearer()).asException();
    }
    if (!actor.active()) {
      throw Problem.of(403, "deactivated", "You are deactivated here; ask an admin.").asException();
    }
    return actor;
  }

  /**
   * The same as the directory has them that the decision rests on: who calls is read together with
   * its counter, and may be older than that (design §4). A subject that was somebody's then, and is
   * not in that directory, is nobody's.
   *
   * @throws ProblemException as above
   */
  public static Actor require(@Nullable Actor read, Directory directory, Caller caller) {
    return require(
        read == null || !directory.binds(caller.subject(), read.id()) ? null : read.in(directory),
        caller);
  }

  private static Problem unnamed() {
    return Problem.of(
        403,
        "unknown-client",
        "This is a client's own token, and the deployment names no such client as a machine. Ask"
            + " whoever deploys Countersign to put it into MachineClientIds.");
  }

  private static Problem stranger(Caller caller) {
    Subject subject = caller.subject();
    String who = "subject " + subject.subject() + " of issuer " + subject.issuer();
    return caller.bearer() == Caller.Bearer.PERSON
        ? Problem.of(
            403,
            "unknown-person",
            "You are signed in, but nobody here is bound to you yet. Ask an admin to bind "
                + who
                + " to a person.")
        : Problem.of(
            403,
            "unknown-machine",
            "This is a client's own token, but no machine here is bound to it yet. Ask somebody"
                + " with directory:write in the whole organisation to bind "
                + who
                + " to a machine that has owners.");
  }

  private static Problem misused(Caller.Bearer bearer) {
    return bearer == Caller.Bearer.PERSON
        ? Problem.of(
            403,
            "not-a-machine",
            "This subject is bound to a machine, which only its client's own token may act as.")
        : Problem.of(
            403,
            "not-a-person",
            "This is a client's own token, and its subject is bound to a person: no client acts"
                + " as one. Ask an admin to bind it to a machine.");
  }
}
