package io.countersign.edge.command;

import io.countersign.directory.ActorId;
import io.countersign.directory.Directory;
import io.countersign.directory.Machine;
import io.countersign.directory.MachineId;
import io.countersign.directory.Person;
import io.countersign.directory.PersonId;
import io.countersign.directory.Subject;
import io.countersign.edge.http.Problem;
import io.countersign.explain.Reason;
import io.countersign.explain.Refusal;
import io.countersign.json.Json;
import io.countersign.remedy.Clearing;
import io.countersign.request.Request;
import io.countersign.revision.Landed;
import io.countersign.wire.PartsJson;
import java.util.List;

/** Requests, reasons and refusals as the API shows them. */
public final class Answers {
  /** How somebody is called. */
  public interface Names {
    String of(ActorId id);

    /** By id, where the directory was not read. */
    Names IDS = ActorId::value;
  }

  private Answers() {}

  public static Json actor(ActorId id, Names names) {
    return Json.object()
        .put("id", id.value())
        .put("name", names.of(id))
        .put(
            "kind",
            switch (id) {
              case PersonId _ -> "PERSON";
              case MachineId _ -> "MACHINE";
            })
        .build();
  }

  /** A person as a whole: with where their mail goes, and whether they can sign in. */
  public static Json person(Person person) {
    return named(person)
        .put("email", person.email())
        .put("bound", person.subject() != null)
        .build();
  }

  /** A person, with the groups that they are in. */
  public static Json.Builder named(Person person) {
    return Json.object()
        .put("id", person.id().value())
        .put("name", person.name())
        .put("active", person.active())
        .put("groups", Json.texts(person.groups()));
  }

  /** A machine as a whole: with the subject of its tokens. */
  public static Json machine(Machine machine, Names names) {
    Subject subject = machine.subject();
    return named(machine, names)
        .put(
            "subject",
            subject == null
                ? new Json.Null()
                : Json.object()
                    .put("issuer", subject.issuer())
                    .put("subject", subject.subject())
                    .build())
        .build();
  }

  /** A machine, with who owns it and who did. */
  public static Json.Builder named(Machine machine, Names names) {
    return Json.object()
        .put("id", machine.id().slug())
        .put("actor", machine.id().value())
        .put("name", machine.name())
        .put("active", machine.active())
        .put("owners", Json.array(machine.owners(), owner -> actor(owner, names)))
        .put(
            "formerOwners",
            Json.array(
                machine.ceased().entrySet(),
                each ->
                    Json.object()
                        .put("person", actor(each.getKey(), names))
                        .put("until", each.getValue())
                        .build()));
  }

  public static Json reason(Reason reason, Directory directory) {
    return Json.object()
        .put("code", reason.code())
        .put("message", reason.message())
        .put("clearedBy", Json.array(reason.clearedBy(), id -> clearing(id, directory)))
        .build();
  }

  /** Who has no subject yet can do nothing before an admin binds them: that is said. */
  private static Json clearing(PersonId id, Directory directory) {
    Json.Obj named = (Json.Obj) actor(id, directory::nameOf);
    Person person = directory.person(id);
    return person == null || person.subject() != null
        ? named
        : Json.object().putAll(named.members()).put("bound", false).build();
  }

  /**
   * Reasons.
   *
   * @param directory {@link Directory#EMPTY} where it was not read: people are called by their ids
   */
  public static Json reasons(List<Reason> reasons, Directory directory) {
    return Json.array(reasons, each -> reason(each, directory));
  }

  /** Where a request stands, in short: the answer to every command. */
  public static Json.Builder summary(Request request) {
    return Json.object()
        .put("id", request.id().toString())
        .put("status", request.status().name())
        .put("revision", request.revision())
        .put("digest", request.digest().hex());
  }

  /** Where the documents are that a merge left. */
  public static Json documents(Request request) {
    return Json.array(
        request.landed(),
        each ->
            Json.object()
                .put("environment", each.document().environment().value())
                .put("path", each.document().path().value())
                .put("versionId", each.versionId())
                .put("deleted", each.fate() == Landed.Fate.REMOVED)
                .build());
  }

  /**
   * A merge without the agreement of its approvers, and who has looked at it; null of any other.
   */
  public static Json bypass(Request request, Names names) {
    Request.Unreviewed unreviewed = request.unreviewed();
    if (unreviewed == null) {
      return new Json.Null();
    }
    Request.Reviewed reviewed = unreviewed.reviewed();
    return Json.object()
        .put("reason", unreviewed.reason())
        .put("at", unreviewed.at())
        .put(
            "acknowledged",
            reviewed == null
                ? new Json.Null()
                : Json.object()
                    .put("by", actor(reviewed.by(), names))
                    .put("at", reviewed.at())
                    .build())
        .build();
  }

  /** What a failed merge left, document by document. */
  public static Json remains(Request request) {
    return Json.array(request.remains(), PartsJson::remains);
  }

  /** A refusal of the engine as a problem. */
  public static Problem problem(Refusal refusal, Directory directory) {
    int status =
        switch (refusal.because()) {
          case FORBIDDEN -> 403;
          case UNKNOWN -> 404;
          case STATE -> 409;
          case RULE -> 422;
        };
    List<Problem.FieldError> errors =
        refusal.field() == null
            ? List.of()
            : List.of(new Problem.FieldError(refusal.field(), refusal.code(), refusal.message()));
    return new Problem(
        status,
        refusal.code(),
        refusal.message(),
        errors,
        refusal.reasons().isEmpty() ? null : reasons(refusal.reasons(), directory),
        null);
  }

  /**
   * A refusal about a request with who could clear it; for the state that it is in, together with
   * that state.
   */
  public static Problem problem(Refusal refusal, Clearing clearing) {
    Problem problem = problem(clearing.of(refusal), clearing.directory());
    return refusal.because() == Refusal.Because.STATE
        ? problem.withPresent(summary(clearing.request()).build())
        : problem;
  }
}
