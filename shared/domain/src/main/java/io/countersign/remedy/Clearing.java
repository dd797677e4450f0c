package io.countersign.remedy;

import io.countersign.directory.Actor;
import io.countersign.directory.Directory;
import io.countersign.directory.Permission;
import io.countersign.directory.Person;
import io.countersign.directory.PersonId;
import io.countersign.explain.Reason;
import io.countersign.explain.Refusal;
import io.countersign.policy.Rules;
import io.countersign.request.Bypassing;
import io.countersign.request.Eligibility;
import io.countersign.request.Granting;
import io.countersign.request.Request;
import io.countersign.request.Requester;
import io.countersign.request.Reviewing;
import io.countersign.request.Status;
import io.countersign.revision.Revision;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Who could clear what stands in the way of a request, by the rules and people of this moment (rule
 * 12). The engine says what is wrong; where it does not say whose it is, that follows from the code
 * and is found here, and nowhere else. Only for those who may read the request.
 */
public record Clearing(Request request, Revision revision, Rules rules, Directory directory) {
  public Clearing {
    revision = revision.in(directory);
  }

  /** The same refusal, its reasons with those who could clear them. */
  public Refusal of(Refusal refusal) {
    return switch (refusal.because()) {
      case FORBIDDEN, STATE -> refusal.because(of(refusal.orItself()));
      case RULE -> refusal.because(of(refusal.reasons()));
      case UNKNOWN -> refusal;
    };
  }

  public List<Reason> of(List<Reason> reasons) {
    return reasons.stream().map(this::of).toList();
  }

  /** The same reason. Who was named for it and is not active any more clears nothing. */
  public Reason of(Reason reason) {
    SortedSet<PersonId> named = active(reason.clearedBy());
    return new Reason(
        reason.code(), reason.message(), named.isEmpty() ? those(reason.code()) : named);
  }

  /** Those whom the code by itself points to. */
  private SortedSet<PersonId> those(String code) {
    return switch (code) {
      case "not-an-approver",
          "no-longer-an-approver",
          "own-request",
          "own-machine",
          "machines-never-vote" ->
          people(this::mayApprove);
      case "may-not-merge",
          "agreed",
          "failed",
          "merge-failed",
          "aws-refused",
          "document-busy",
          "document-held",
          "document-overwritten" ->
          people(this::mayMerge);
      case "may-not-withdraw" -> people(this::mayWithdraw);
      case "may-not-revoke" -> people(this::mayRevoke);
      case "machines-never-ask", "no-role" ->
          rules.access().givers(Permission.SECRETS_REVEAL, directory);
      case "not-the-author", "machines-never-bypass" -> people(this::mayBypass);
      case "author-not-entitled" -> people(this::mayTakeOver);
      case "not-acknowledged" -> people(this::mayAcknowledge);
      case "may-not-revise",
          "revision-dead",
          "rejection-stands",
          "approvals-missing",
          "key-rotated",
          "extended-already",
          "keys-changed",
          "keys-put-back",
          "document-gone",
          "document-replaced",
          "document-too-large",
          "document-unreadable",
          "values-lost" ->
          people(this::mayRevise);
      default -> new TreeSet<>();
    };
  }

  private boolean mayApprove(Actor actor) {
    return request.status() == Status.OPEN
        && Eligibility.of(actor, revision) == Eligibility.ELIGIBLE;
  }

  private boolean mayMerge(Actor actor) {
    return !request.status().ended()
        && Requester.mayMerge(actor, request, revision, rules.access());
  }

  private boolean mayWithdraw(Actor actor) {
    return request.status() == Status.OPEN && Requester.mayWithdraw(actor, request, rules.access());
  }

  private boolean mayRevoke(Actor actor) {
    return Granting.mayRevoke(request, actor, revision, rules.access());
  }

  private boolean mayRevise(Actor actor) {
    return request.status() == Status.OPEN
        && Requester.mayRevise(actor, request, rules.access())
        && Requester.maySubmit(actor, revision, rules.access());
  }

  private boolean mayTakeOver(Actor actor) {
    return request.status() == Status.OPEN
        && Requester.mayRevise(actor, request, rules.access())
        && Requester.mayPropose(actor, revision, rules, directory);
  }

  private boolean mayAcknowledge(Actor actor) {
    return Reviewing.hindrance(request, actor, revision, directory) == null;
  }

  private boolean mayBypass(Actor actor) {
    return request.status() == Status.OPEN
        && Bypassing.hindrance(request, actor.id(), revision, rules, directory) == null;
  }

  private SortedSet<PersonId> active(Collection<PersonId> ids) {
    SortedSet<PersonId> people = people(_ -> true);
    people.retainAll(ids);
    return people;
  }

  private SortedSet<PersonId> people(Predicate<Actor> could) {
    SortedSet<PersonId> people = new TreeSet<>();
    for (Person person : directory.people().values()) {
      if (person.active() && could.test(Actor.of(person))) {
        people.add(person.id());
      }
    }
    return people;
  }
}
