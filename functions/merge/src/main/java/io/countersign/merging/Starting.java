package io.countersign.merging;

import io.countersign.directory.Directory;
import io.countersign.edge.command.Answers;
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
import io.countersign.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Merges over HTTP, and takes up again what failed: decides on live rules, commits the plan, and
 * carries it out at once.
 */
final class Starting {
  private final Store store;
  private final Reception reception;
  private final Planning planning;
  private final MergeAnswer answers;
  private final InstantSource clock;

  Starting(Store store, Reception reception, Planning planning, InstantSource clock) {
    this.store = store;
    this.answers = new MergeAnswer(store);
    this.reception = reception;
    this.planning = planning;
    this.clock = clock;
  }

  HttpResponse start(HttpRequest http, Duration left) {
    return reception.answer(
        http,
        left,
        answers::of,
        asked -> {
          Directory directory = asked.directory(store);
          return carriedOut(
              asked,
              new Command.StartMerge(
                  asked.actor(), asked.seen(), asked.revision(), asked.rules(), directory, false),
              directory,
              lease -> Plan.of(asked.revision(), asked.rules(), lease));
        });
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
    return Objects.requireNonNull(asked.head().plan(), "FAILED keeps the plan");
  }

  private @Nullable Request takenUp(Asked asked, Event.Mode way, Function<Lease, Plan> plan) {
    Directory directory = asked.directory(store);
    return carriedOut(
        asked,
        new Command.TakeUp(
            asked.actor(), asked.seen(), way, asked.revision(), asked.rules(), directory),
        directory,
        plan);
  }

  private @Nullable Request carriedOut(
      Asked asked, Command command, Directory directory, Function<Lease, Plan> plan) {
    Instant now = clock.instant();
    return switch (Requests.decide(asked.request(), command, now)) {
      case Outcome.Refused(Refusal refusal) ->
          throw Answers.problem(refusal, asked.clearing(directory)).asException();
      case Outcome.Accepted(List<Event> events) ->
          planning.carryOut(
              asked.basis(directory),
              plan.apply(Leases.next(lease(asked), now, asked.left())),
              events,
              now,
              asked.done(now));
    };
  }

  /** The one before: fencing numbers go on where a plan was kept. */
  private static Lease lease(Asked asked) {
    Plan plan = asked.head().plan();
    return plan == null ? Lease.FREE : plan.lease();
  }
}
