package io.countersign.submit;

import io.countersign.directory.Actor;
import io.countersign.directory.Directory;
import io.countersign.directory.Subject;
import io.countersign.edge.command.Actors;
import io.countersign.edge.command.Answers;
import io.countersign.edge.command.Repeats;
import io.countersign.edge.http.Caller;
import io.countersign.edge.http.HttpRequest;
import io.countersign.edge.http.HttpResponse;
import io.countersign.explain.Refusal;
import io.countersign.merge.Lease;
import io.countersign.merge.Plan;
import io.countersign.policy.Rules;
import io.countersign.proposal.Draft;
import io.countersign.proposal.Drafting;
import io.countersign.request.Command;
import io.countersign.request.Event;
import io.countersign.request.Outcome;
import io.countersign.request.Requests;
import io.countersign.revision.RequestId;
import io.countersign.revision.Revision;
import io.countersign.store.Ask;
import io.countersign.store.Commit;
import io.countersign.store.Contention;
import io.countersign.store.Counters;
import io.countersign.store.Head;
import io.countersign.store.Reading;
import io.countersign.store.Repeat;
import io.countersign.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Makes new change requests. The values are in Secrets Manager before the transaction that names
 * them; where nothing governs the documents, the same transaction commits the plan to merge.
 */
final class Submitting {
  static final String ROUTE = "POST /v1/change-requests";

  private final Store store;
  private final Documents documents;
  private final Values values;
  private final InstantSource clock;
  private final Contention contention;
  private final UnaryOperator<String> bodyHash;

  Submitting(
      Store store,
      Documents documents,
      Values values,
      InstantSource clock,
      Contention contention,
      UnaryOperator<String> bodyHash) {
    this.store = store;
    this.documents = documents;
    this.values = values;
    this.clock = clock;
    this.contention = contention;
    this.bodyHash = bodyHash;
  }

  HttpResponse submit(HttpRequest http) {
    Subject subject = Caller.of(http);
    Submission submission = Submission.of(http.fields());
    Repeats.Key key = Repeats.of(http, subject, bodyHash);
    return contention.until(() -> attempt(subject, submission, key));
  }

  private @Nullable HttpResponse attempt(
      Subject subject, Submission submission, Repeats.@Nullable Key key) {
    Reading read =
        store.read(
            new Ask(subject, null, null, key == null ? null : key.hash(), submission.project()));
    Actor actor = Actors.require(read.actor(), subject);
    Repeat repeat = read.repeat();
    if (key != null && repeat != null) {
      key.same(repeat);
      if (repeat.isDone()) {
        return replay(Objects.requireNonNull(repeat.request()), repeat.status());
      }
    }
    String token = repeat == null || repeat.token() == null ? values.newToken() : repeat.token();
    if (key != null && repeat == null && !store.begin(key.started(token, clock.instant()))) {
      return null;
    }
    Rules rules = Allowed.rules(store.rules(submission.project()), actor, submission);
    Directory directory = store.directory();
    Documents.Read found = documents.read(submission.changes(), rules);
    if (!found.errors().isEmpty()) {
      return Invalid.answer(found.errors());
    }
    return switch (Drafting.draft(submission.changes(), found.found(), values.random())) {
      case Drafting.Result.Invalid(List<io.countersign.proposal.Problem> problems) ->
          Invalid.of(problems);
      case Drafting.Result.Drafted(Draft draft) ->
          commit(
              new Attempt(
                  actor,
                  submission,
                  draft,
                  rules,
                  directory,
                  Objects.requireNonNull(read.counters()),
                  token),
              key);
    };
  }

  /** Everything that one try rests on. */
  private record Attempt(
      Actor actor,
      Submission submission,
      Draft draft,
      Rules rules,
      Directory directory,
      Counters counters,
      String token) {

    Revision revision(RequestId id, Instant now) {
      return Revision.sealed(
          id,
          token,
          actor.id(),
          submission.title(),
          submission.message(),
          draft.operations(),
          draft.documents(),
          rules.bind(draft.touched(), directory),
          directory,
          now);
    }
  }

  private @Nullable HttpResponse commit(Attempt attempt, Repeats.@Nullable Key key) {
    Instant now = clock.instant();
    RequestId id =
        new RequestId(
            attempt.submission().project(), store.nextNumber(attempt.submission().project()));
    Revision revision = attempt.revision(id, now);
    Command.Submit command =
        new Command.Submit(attempt.actor(), revision, attempt.rules(), attempt.directory());
    return switch (Requests.decide(null, command, now)) {
      case Outcome.Refused(Refusal refusal) ->
          Answers.problem(refusal, attempt.directory()::nameOf).response();
      case Outcome.Accepted(List<Event> events) -> {
        Plan plan =
            revision.policies().isEmpty() ? Plan.of(revision, attempt.rules(), Lease.FREE) : null;
        RequestId holder = plan == null ? null : store.lockedBy(plan.secrets());
        if (holder != null) {
          yield Answers.locked(holder).response();
        }
        int status = plan == null ? 201 : 202;
        Revision stored = revision.with(values.write(revision, attempt.draft().sealings()));
        Commit commit =
            Commit.of(id, null, events, now)
                .with(stored)
                .resting(attempt.counters())
                .repeatable(key == null ? null : key.done(id, status, now));
        if (store.commit(plan == null ? commit : commit.with(plan))) {
          yield Submitted.answer(commit.after(), stored, attempt.directory(), status);
        }
        values.drop(stored);
        yield null;
      }
    };
  }

  private HttpResponse replay(RequestId id, int status) {
    Head head = Objects.requireNonNull(store.read(Ask.state(id)).head(), "it was submitted");
    Revision revision =
        Objects.requireNonNull(store.revision(id, head.request().digest()), "its revision");
    return Submitted.answer(head.request(), revision, store.directory(), status);
  }
}
