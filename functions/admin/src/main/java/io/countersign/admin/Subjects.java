package io.countersign.admin;

import io.countersign.directory.Actor;
import io.countersign.directory.ActorId;
import io.countersign.directory.Subject;
import io.countersign.edge.http.MachineClients;
import io.countersign.edge.http.Problem;
import io.countersign.json.Fields;
import io.countersign.json.InvalidField;
import io.countersign.name.InvalidName;
import io.countersign.store.Ask;
import io.countersign.store.Store;
import org.jspecify.annotations.Nullable;

/** Whose tokens somebody is to be known by; each subject is one person's or one machine's. */
record Subjects(Store store) {
  /** The subject that a body has, or null where it has none. */
  static @Nullable Subject in(Fields body) {
    Fields json = body.optionalObject("subject");
    if (json == null) {
      return null;
    }
    try {
      Subject subject = new Subject(json.text("issuer"), json.text("subject"));
      json.end();
      return subject;
    } catch (InvalidName e) {
      throw new InvalidField(json.at(e.rule()), e.rule(), "must have " + e.getMessage());
    }
  }

  /**
   * The same for a person, who is none of these clients.
   *
   * @throws InvalidField for one that is
   */
  static @Nullable Subject ofAPerson(Fields body, MachineClients machines) {
    Subject subject = in(body);
    if (subject != null && machines.include(subject)) {
      throw new InvalidField(
          "subject.subject", "client", "is a machine's client, which is never a person");
    }
    return subject;
  }

  /**
   * Refuses a subject that is another's; the transaction refuses it too, and would try for ever.
   *
   * @throws io.countersign.edge.http.ProblemException 409
   */
  void free(@Nullable Subject subject, ActorId id) {
    Actor holder = subject == null ? null : store.read(Ask.who(subject)).actor();
    if (holder != null && !holder.id().equals(id)) {
      throw Problem.field(
              409,
              "subject-bound",
              new Problem.FieldError(
                  "subject", "bound", "is bound to another person or machine already"))
          .asException();
    }
  }
}
