package io.countersign.merging;

import io.countersign.edge.command.Answers;
import io.countersign.edge.command.Grounds;
import io.countersign.edge.http.HttpRequest;
import io.countersign.edge.http.HttpResponse;
import io.countersign.explain.Refusal;
import io.countersign.merge.Lease;
import io.countersign.merge.Plan;
import io.countersign.request.Command;
import io.countersign.request.Event;
import io.countersign.request.Outcome;
import io.countersign.request.Request;
import io.countersign.request.Requests;
import io.countersign.request.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Merges over HTTP, goes on with a merge that is under way, and takes up again what failed: decides
 * on live rules, commits the plan, and carries it out at once.
 */
final class Starting {
  private final Reception reception;
  private final Following following;
  private final Planning planning;
  private final MergeAnswer answers;
  private final InstantSource clock;

  Starting(
      Reception reception,
      Following following,
      Planning planning,
      MergeAnswer answers,
      InstantSource clock) {
    this.reception = reception;
    this.following = following;
    this.planning = planning;
    this.answers = answers;
    this.clock = clock;
  }

  HttpResponse start(HttpRequest http, Duration left) {
    return reception.answer(
        http,
        left,
        answers::of,
        asked -> asked.request().status() == Status.MERGING ? goOn(asked) : begun(asked));
  }

  /** Brings what failed to its end. */
  HttpResponse finish(HttpRequest http, Duration left) {
    return reception.answer(
        http,
        left,
        answers::of,
        asked -> takenUp(asked, Event.Mode.FINISH, lease -> kept(asked).forward(lease)));
  }

  /** Takes what failed back. */
  HttpResponse undo(HttpRequest http, Duration left) {
    return reception.answer(
        http,
        left,
        answers::ofUndo,
        asked -> takenUp(asked, Event.Mode.UNDO, lease -> kept(asked).with(lease)));
  }

  private static Plan kept(Asked asked) {
    return Objects.requireNonNull(asked.grounds().head().plan(), "FAILED keeps the plan");
  }

  private @Nullable Request begun(Asked asked) {
    Grounds on = asked.grounds();
    return carriedOut(
        asked,
        new Command.StartMerge(
            on.actor(), asked.seen(), on.revision(), on.rules(), on.directory(), false),
        lease -> Plan.of(on.revision(), on.rules(), lease));
  }

  /** Whoever could have begun it may see to its end. */
  private @Nullable Request goOn(Asked asked) {
    Grounds on = asked.grounds();
    Refusal refusal =
        Requests.unresumable(
            on.request(), on.actor(), asked.seen(), on.revision(), on.rules().access());
    if (refusal != null) {
      throw Answers.problem(refusal, on.clearing()).asException();
    }
    return following.goOn(on.head(), on::revision, asked.left());
  }

  private @Nullable Request takenUp(Asked asked, Event.Mode way, Function<Lease, Plan> plan) {
    Grounds on = asked.grounds();
    return carriedOut(
        asked,
        new Command.TakeUp(
            on.actor(), asked.seen(), way, on.revision(), on.rules(), on.directory()),
        plan);
  }

  private @Nullable Request carriedOut(Asked asked, Command command, Function<Lease, Plan> plan) {
    Grounds on = asked.grounds();
    Instant now = clock.instant();
    return switch (Requests.decide(on.request(), command, now)) {
      case Outcome.Refused(Refusal refusal) ->
          throw Answers.problem(refusal, on.clearing()).asException();
      case Outcome.Accepted(List<Event> events) ->
          planning.carryOut(
              on,
              plan.apply(Leases.next(lease(on), now, asked.left())),
              events,
              now,
              asked.done(now));
    };
  }

  /** The one before: fencing numbers go on where a plan was kept. */
  private static Lease lease(Grounds on) {
    Plan plan = on.head().plan();
    return plan == null ? Lease.FREE : plan.lease();
  }
}
