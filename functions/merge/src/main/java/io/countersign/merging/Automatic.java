package io.countersign.merging;

import io.countersign.directory.Actor;
import io.countersign.directory.Directory;
import io.countersign.edge.command.Grounds;
import io.countersign.edge.http.ProblemException;
import io.countersign.edge.log.Log;
import io.countersign.merge.Lease;
import io.countersign.merge.Plan;
import io.countersign.policy.Rules;
import io.countersign.request.Command;
import io.countersign.request.Event;
import io.countersign.request.Outcome;
import io.countersign.request.Request;
import io.countersign.request.Requests;
import io.countersign.request.Status;
import io.countersign.revision.RequestId;
import io.countersign.revision.Revision;
import io.countersign.store.Counters;
import io.countersign.store.Head;
import io.countersign.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Merges by itself what is agreed and whose policies all say so (rule 6): in its author's name, by
 * the rules of this moment. What may not be merged stays OPEN, and its page says why.
 */
final class Automatic {
  private final Store store;
  private final Planning planning;
  private final InstantSource clock;

  Automatic(Store store, Planning planning, InstantSource clock) {
    this.store = store;
    this.planning = planning;
    this.clock = clock;
  }

  /**
   * Where the request stands afterwards, or null to be tried again from a fresh read.
   *
   * @param counters read with the head, before the rules
   */
  @Nullable Status merge(Head head, Counters counters, Duration left) {
    Request request = head.request();
    RequestId id = request.id();
    if (request.status() != Status.OPEN) {
      return request.status();
    }
    Revision revision =
        Objects.requireNonNull(store.revision(id, request.digest()), "its revision");
    Rules rules = Objects.requireNonNull(store.rules(counters), "its project");
    Directory directory = store.directory(counters);
    if (!Stream.of(revision.policies(), revision.live(rules, directory))
        .flatMap(List::stream)
        .allMatch(policy -> policy.terms().autoMerge())) {
      return request.status();
    }
    Actor author = Objects.requireNonNull(directory.actor(request.author()), "its author");
    Instant now = clock.instant();
    Command.StartMerge command =
        new Command.StartMerge(author, request.digest(), revision, rules, directory, false);
    return switch (Requests.decide(request, command, now)) {
      case Outcome.Refused(var refusal) -> {
        Log.event("auto-merge-refused", id + " " + refusal.code());
        yield request.status();
      }
      case Outcome.Accepted(List<Event> events) -> {
        Plan plan = Plan.of(revision, rules, Leases.next(Lease.FREE, now, left));
        Grounds on = new Grounds(author, head, revision, rules, directory, counters);
        yield carriedOut(on, plan, events, now);
      }
    };
  }

  /**
   * What documents wait for comes again with the message; what rules stumble over does not pass.
   */
  private @Nullable Status carriedOut(Grounds on, Plan plan, List<Event> events, Instant now) {
    try {
      Request after = planning.carryOut(on, plan, events, now, null);
      return after == null ? null : after.status();
    } catch (ProblemException refused) {
      if (on.revision().edits().isEmpty()) {
        throw refused;
      }
      Log.event("auto-merge-refused", on.request().id() + " " + refused.problem().code());
      return on.request().status();
    }
  }
}
