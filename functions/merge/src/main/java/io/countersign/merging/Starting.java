package io.countersign.merging;

import io.countersign.directory.Actor;
import io.countersign.directory.Directory;
import io.countersign.directory.Subject;
import io.countersign.edge.command.Actors;
import io.countersign.edge.command.Answers;
import io.countersign.edge.command.Repeats;
import io.countersign.edge.http.Caller;
import io.countersign.edge.http.HttpRequest;
import io.countersign.edge.http.HttpResponse;
import io.countersign.edge.http.Problem;
import io.countersign.explain.Refusal;
import io.countersign.json.Fields;
import io.countersign.merge.Plan;
import io.countersign.policy.Rules;
import io.countersign.request.Command;
import io.countersign.request.Event;
import io.countersign.request.Outcome;
import io.countersign.request.Request;
import io.countersign.request.Requester;
import io.countersign.request.Requests;
import io.countersign.request.Status;
import io.countersign.revision.Digest;
import io.countersign.revision.RequestId;
import io.countersign.revision.Revision;
import io.countersign.store.Ask;
import io.countersign.store.Contention;
import io.countersign.store.Counters;
import io.countersign.store.Head;
import io.countersign.store.Reading;
import io.countersign.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Merges over HTTP: decides on live rules, commits the plan, and carries it out at once. */
final class Starting {
  private static final int DONE = 200;

  private final Store store;
  private final Carrying carrying;
  private final Planning planning;
  private final InstantSource clock;
  private final Contention contention;

  Starting(
      Store store,
      Carrying carrying,
      Planning planning,
      InstantSource clock,
      Contention contention) {
    this.store = store;
    this.carrying = carrying;
    this.planning = planning;
    this.clock = clock;
    this.contention = contention;
  }

  HttpResponse start(HttpRequest http, Duration left) {
    Subject subject = Caller.of(http);
    RequestId id = http.parameter("id", RequestId::parse);
    Fields body = http.fields();
    Digest seen = body.typed("digest", Digest::new);
    body.end();
    Repeats.Key key = Repeats.of(http, subject);
    return contention.until(
        () -> {
          Reading read =
              store.read(new Ask(subject, id, seen, key == null ? null : key.hash(), id.project()));
          Actor actor = Actors.require(read.actor(), subject);
          Head head = read.head();
          Rules rules = store.rules(id.project());
          if (head == null || rules == null) {
            throw Problem.notFound().asException();
          }
          if (key != null && read.repeat() != null) {
            key.same(read.repeat());
            return MergeAnswer.of(head.request());
          }
          return decide(
              new Facts(head, actor, rules, Objects.requireNonNull(read.counters()), seen),
              key,
              left);
        });
  }

  /** What was read for one try. */
  private record Facts(Head head, Actor actor, Rules rules, Counters counters, Digest seen) {}

  private @Nullable HttpResponse decide(Facts facts, Repeats.@Nullable Key key, Duration left) {
    Request request = facts.head().request();
    Revision revision =
        Objects.requireNonNull(store.revision(request.id(), request.digest()), "its revision");
    if (!Requester.mayRead(facts.actor(), request, revision, facts.rules().access())) {
      throw Problem.notFound().asException();
    }
    if (request.status() == Status.MERGING) {
      if (!Requester.mayMerge(facts.actor(), request, revision, facts.rules().access())) {
        throw Problem.notFound().asException();
      }
      return goOn(facts.head(), revision, left);
    }
    Directory directory = store.directory();
    Instant now = clock.instant();
    Command.StartMerge command =
        new Command.StartMerge(
            facts.actor(), facts.seen(), revision, facts.rules(), directory, false);
    return switch (Requests.decide(request, command, now)) {
      case Outcome.Refused(Refusal refusal) ->
          Answers.problem(refusal, request, directory::nameOf).response();
      case Outcome.Accepted(List<Event> events) -> {
        Request after =
            planning.carryOut(
                new Planning.Basis(facts.head(), revision, facts.rules(), facts.counters()),
                events,
                now,
                key == null ? null : key.done(request.id(), DONE, now),
                left);
        yield after == null ? null : MergeAnswer.of(after);
      }
    };
  }

  /** A plan is under way: taken over when its holder cannot be alive any more. */
  private @Nullable HttpResponse goOn(Head head, Revision revision, Duration left) {
    Plan plan = Objects.requireNonNull(head.plan(), "MERGING has a plan");
    if (!plan.lease().lapsed(clock.instant())) {
      return MergeAnswer.of(head.request());
    }
    StoredLedger ledger = StoredLedger.taking(store, clock, head, left);
    return ledger == null ? null : MergeAnswer.of(carrying.carry(ledger, revision));
  }
}
