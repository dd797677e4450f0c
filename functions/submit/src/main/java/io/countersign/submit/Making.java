package io.countersign.submit;

import io.countersign.directory.Actor;
import io.countersign.directory.Directory;
import io.countersign.edge.command.Answers;
import io.countersign.edge.command.Locked;
import io.countersign.edge.command.Repeats;
import io.countersign.edge.command.Sight;
import io.countersign.edge.command.Submitted;
import io.countersign.edge.http.HttpResponse;
import io.countersign.explain.Refusal;
import io.countersign.merge.Lease;
import io.countersign.merge.Plan;
import io.countersign.policy.BoundPolicy;
import io.countersign.policy.Rules;
import io.countersign.proposal.ChangeSet;
import io.countersign.proposal.Draft;
import io.countersign.proposal.Drafting;
import io.countersign.proposal.Limits;
import io.countersign.proposal.Problem;
import io.countersign.remedy.Clearing;
import io.countersign.request.Command;
import io.countersign.request.Event;
import io.countersign.request.Outcome;
import io.countersign.request.Request;
import io.countersign.request.Requests;
import io.countersign.revision.Revision;
import io.countersign.store.Commit;
import io.countersign.store.Counters;
import io.countersign.store.Head;
import io.countersign.store.Repeat;
import io.countersign.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes a revision, the first of a request or the next. Its values are in Secrets Manager before
 * the transaction that names them; where nothing governs the documents, the same transaction
 * commits the plan to merge.
 */
final class Making {
  private final Store store;
  private final Documents documents;
  private final Values values;
  private final Submitted submitted;
  private final InstantSource clock;

  Making(
      Store store, Documents documents, Values values, Submitted submitted, InstantSource clock) {
    this.store = store;
    this.documents = documents;
    this.values = values;
    this.submitted = submitted;
    this.clock = clock;
  }

  /**
   * What one try rests on.
   *
   * @param replaced the request and the revision that is replaced, or null for a new request
   * @param counters read before the rules and the directory
   */
  record Basis(
      Actor actor,
      @Nullable Replaced replaced,
      Rules rules,
      Directory directory,
      Counters counters,
      String token,
      Repeats.@Nullable Key key) {
    @Nullable Head head() {
      return replaced == null ? null : replaced.head();
    }

    Sight sight() {
      return new Sight(actor, rules.access(), directory);
    }

    @Nullable Clearing clearing() {
      return replaced == null ? null : clearing(replaced.head().request(), replaced.revision());
    }

    Clearing clearing(Request request, Revision revision) {
      return new Clearing(request, revision, rules, directory);
    }

    @Nullable Revision present() {
      return replaced == null ? null : replaced.revision();
    }
  }

  /** A request and its revision as they were read. */
  record Replaced(Head head, Revision revision) {}

  /** How a draft becomes a revision, and that a command. */
  interface Proposal {
    Revision sealed(Draft draft, List<BoundPolicy> policies, Instant now);

    Command command(Revision revision);
  }

  /**
   * The revision token: that of an earlier try with the same key, or a new one, which is noted.
   *
   * @return null when another try was noted meanwhile
   */
  @Nullable String token(@Nullable Repeat begun, Repeats.@Nullable Key key) {
    if (begun != null && begun.token() != null) {
      return begun.token();
    }
    String token = values.newToken();
    return key == null || begun != null || store.begin(key.started(token, clock.instant()))
        ? token
        : null;
  }

  /** The answer, or null when something was not as read any more. */
  @Nullable HttpResponse make(Basis basis, ChangeSet asked, Proposal proposal) {
    List<Problem> many = Limits.versions(asked);
    if (!many.isEmpty()) {
      return Invalid.of(many);
    }
    Documents.Read found = documents.read(asked, basis.rules());
    if (!found.errors().isEmpty()) {
      return Invalid.answer(found.errors());
    }
    return switch (Drafting.draft(asked, found.found(), basis.token(), values.random())) {
      case Drafting.Result.Invalid(List<Problem> problems) -> Invalid.of(problems);
      case Drafting.Result.Drafted(Draft draft) -> {
        Instant now = clock.instant();
        List<BoundPolicy> policies = basis.rules().bind(draft.governed(), basis.directory());
        Revision revision = proposal.sealed(draft, policies, now);
        List<Problem> scattered = Limits.check(revision);
        yield scattered.isEmpty()
            ? decide(basis, draft, revision, proposal.command(revision), now)
            : Invalid.of(scattered);
      }
    };
  }

  private @Nullable HttpResponse decide(
      Basis basis, Draft draft, Revision revision, Command command, Instant now) {
    Head head = basis.head();
    return switch (Requests.decide(head == null ? null : head.request(), command, now)) {
      case Outcome.Refused(Refusal refusal) -> refused(basis, refusal);
      case Outcome.Accepted(List<Event> events) -> {
        Plan plan =
            revision.policies().isEmpty() ? Plan.of(revision, basis.rules(), Lease.FREE) : null;
        Locked locked =
            plan == null ? null : Locked.find(store, plan, revision.request(), basis.sight());
        if (locked != null) {
          yield locked.by(store, revision.token())
              ? null
              : locked.problem(basis.directory()).response();
        }
        Revision stored = revision.with(values.write(revision, draft.sealings()));
        Commit commit =
            Commit.of(revision.request(), head, events, now).with(stored).resting(basis.counters());
        yield commit(basis, plan == null ? commit : commit.with(plan), stored);
      }
    };
  }

  private @Nullable HttpResponse commit(Basis basis, Commit commit, Revision stored) {
    int status = commit.plan() == null ? 201 : 202;
    Repeats.Key key = basis.key();
    Repeat done = key == null ? null : key.done(stored.request(), status, commit.at());
    Revision present = basis.present();
    HttpResponse answer =
        submitted.answer(basis.clearing(commit.after(), stored), basis.actor(), status);
    if (store.commit(commit.repeatable(done))) {
      if (present != null) {
        values.drop(present, stored);
      }
      return answer;
    }
    if (present == null || key == null) {
      values.drop(stored, present);
    }
    // Otherwise an earlier try of the same key may have gone through with the same places.
    return null;
  }

  private static HttpResponse refused(Basis basis, Refusal refusal) {
    Clearing clearing = basis.clearing();
    return clearing == null
        ? Answers.problem(refusal, basis.directory()).response()
        : Answers.problem(refusal, clearing).response();
  }
}
