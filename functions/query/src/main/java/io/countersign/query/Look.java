package io.countersign.query;

import io.countersign.directory.Actor;
import io.countersign.directory.ActorId;
import io.countersign.directory.Directory;
import io.countersign.directory.Permission;
import io.countersign.directory.PersonId;
import io.countersign.edge.command.Sight;
import io.countersign.explain.Reason;
import io.countersign.explain.Refusal;
import io.countersign.json.Json;
import io.countersign.merge.Plan;
import io.countersign.policy.Rules;
import io.countersign.project.DocumentId;
import io.countersign.query.timeline.Timeline;
import io.countersign.remedy.Clearing;
import io.countersign.request.Agreement;
import io.countersign.request.Assessment;
import io.countersign.request.Bypassing;
import io.countersign.request.Command;
import io.countersign.request.Eligibility;
import io.countersign.request.Granting;
import io.countersign.request.Outcome;
import io.countersign.request.Request;
import io.countersign.request.Requester;
import io.countersign.request.Requests;
import io.countersign.request.Reviewing;
import io.countersign.request.Status;
import io.countersign.revision.Revision;
import io.countersign.rule.Edit;
import io.countersign.rule.Fit;
import io.countersign.store.Head;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a request's page rests on.
 *
 * @param around what the rules of other projects have against a merge of it
 */
record Look(
    Actor actor,
    Head head,
    Revision revision,
    Rules rules,
    Directory directory,
    List<Reason> around) {
  Look {
    revision = revision.in(directory);
  }

  Request request() {
    return head.request();
  }

  /** The plan of its merge, while that is under way. */
  @Nullable Plan merging() {
    return request().status() == Status.MERGING ? head.plan() : null;
  }

  /** The documents that it has emptied, but that AWS refuses to delete. */
  List<DocumentId> undeleted() {
    Plan left = head.plan();
    return left == null ? List.of() : left.undeleted();
  }

  /** Lines of its timeline. */
  Json lines(List<Json.Obj> events) {
    return Json.array(events, event -> Timeline.line(event, directory::nameOf));
  }

  Sight sight() {
    return new Sight(actor, rules.access(), directory);
  }

  /** Whether the reader is told how those whom an edit is about are reached and sign in. */
  boolean whole(Edit edit) {
    Edit.SignIn signIn = edit.signIn();
    return (signIn != null && signIn.of().equals(actor.id()))
        || Requester.mayReadPeople(actor, revision, rules.access());
  }

  /** Who could clear what stands in the way. */
  Clearing clearing() {
    return new Clearing(request(), revision, rules, directory);
  }

  Assessment assessment() {
    return Agreement.now(request(), revision, rules, directory);
  }

  /** Whose votes do not count, but where a policy lets authors approve. */
  SortedSet<ActorId> barred() {
    return revision.barred(directory);
  }

  /** What keeps it from being merged, or from being finished where that failed. */
  List<Reason> reasons(Instant now) {
    List<Reason> reasons =
        new ArrayList<>(Requests.hindrances(request(), revision, rules, directory, now));
    reasons.addAll(around);
    return clearing().of(reasons);
  }

  /** What the reader may do with it, in the API's words. */
  List<String> may(Instant now) {
    List<String> may = new ArrayList<>();
    if (request().status() == Status.OPEN && !request().overdue(now)) {
      if (Eligibility.of(actor, revision) == Eligibility.ELIGIBLE) {
        if (agreeable(now)) {
          may.add("approve");
        }
        may.add("reject");
      }
      if (actor.id() instanceof PersonId voter && request().votes().containsKey(voter)) {
        may.add("retract");
      }
      if (Requester.mayRevise(actor, request(), rules.access())
          && !Reviewing.awaited(request())
          && Requester.maySubmit(actor, revision, rules.access())) {
        may.add("revise");
      }
      if (Requester.mayMerge(actor, request(), revision, rules.access())) {
        may.add("merge");
      }
      if (Requester.mayWithdraw(actor, request(), rules.access())) {
        may.add("withdraw");
      }
    }
    if (request().status() == Status.FAILED
        && Requester.mayMerge(actor, request(), revision, rules.access())) {
      may.add("finish");
      may.add("undo");
    }
    for (Offer offer : offers(now)) {
      if (offer.refusal() == null) {
        may.add(offer.action());
      }
    }
    if (Granting.hindrance(
            request(), new Command.Revoke(actor, "", revision, rules, directory), now)
        == null) {
      may.add("revoke");
    }
    if (mayReveal(now)) {
      may.add("reveal");
    }
    if (request().status() != Status.MERGING) {
      may.add("comment");
    }
    return may;
  }

  /** Nobody agrees to a change of rules that was written beside others than those of now. */
  private boolean agreeable(Instant now) {
    return revision.edits().isEmpty()
        || reasons(now).stream().noneMatch(each -> each.code().equals(Fit.CHANGED));
  }

  /** Whether they are shown a value of it: a proposed one, or after its end what is there now. */
  private boolean mayReveal(Instant now) {
    return request().documents().stream()
        .anyMatch(
            each ->
                request().status().ended()
                    ? rules.access().allows(actor, Permission.SECRETS_REVEAL, each)
                    : isShown(each, now));
  }

  /** The keys of a document are shown to the same people, but for those copied from elsewhere. */
  private boolean isShown(DocumentId document, Instant now) {
    Set<@Nullable DocumentId> asked = new HashSet<>();
    return revision.on(document).stream()
        .flatMap(each -> each.keys().stream())
        .filter(key -> asked.add(revision.source(document, key)))
        .map(key -> new Command.Reveal(actor, document, key, revision, rules, directory))
        .anyMatch(each -> Requests.decide(request(), each, now) instanceof Outcome.Accepted);
  }

  /** Something that can be done in this state but not by the reader, and why not. */
  record Barred(String action, List<Reason> reasons) {}

  /** What goes around the approvers, or comes after that, and is not for the reader. */
  List<Barred> mayNot(Instant now) {
    List<Barred> barred = new ArrayList<>();
    for (Offer offer : offers(now)) {
      if (offer.refusal() != null) {
        barred.add(new Barred(offer.action(), clearing().of(offer.refusal()).reasons()));
      }
    }
    return barred;
  }

  private record Offer(String action, @Nullable Refusal refusal) {}

  private List<Offer> offers(Instant now) {
    List<Offer> offers = new ArrayList<>();
    if (request().unreviewed() != null && request().status() != Status.MERGING) {
      offers.add(
          new Offer("acknowledge", Reviewing.hindrance(request(), actor, revision, directory)));
    }
    if (request().status() == Status.OPEN && !request().overdue(now)) {
      offers.add(
          new Offer(
              "bypass", Bypassing.hindrance(request(), actor.id(), revision, rules, directory)));
    }
    return offers;
  }
}
