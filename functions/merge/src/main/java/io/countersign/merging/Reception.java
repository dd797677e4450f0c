package io.countersign.merging;

import io.countersign.directory.Actor;
import io.countersign.edge.command.Actors;
import io.countersign.edge.command.Repeats;
import io.countersign.edge.http.Caller;
import io.countersign.edge.http.HttpRequest;
import io.countersign.edge.http.HttpResponse;
import io.countersign.edge.http.Problem;
import io.countersign.json.Fields;
import io.countersign.merge.Plan;
import io.countersign.policy.Rules;
import io.countersign.request.Request;
import io.countersign.request.Requester;
import io.countersign.request.Status;
import io.countersign.revision.Digest;
import io.countersign.revision.RequestId;
import io.countersign.revision.Revision;
import io.countersign.store.Ask;
import io.countersign.store.Contention;
import io.countersign.store.Head;
import io.countersign.store.Reading;
import io.countersign.store.Store;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes calls over HTTP: reads what they rest on, and goes on with a merge that is under way. */
final class Reception {
  private final Store store;
  private final Carrying carrying;
  private final Ledgers ledgers;
  private final InstantSource clock;
  private final Contention contention;

  Reception(
      Store store, Carrying carrying, Ledgers ledgers, InstantSource clock, Contention contention) {
    this.store = store;
    this.carrying = carrying;
    this.ledgers = ledgers;
    this.clock = clock;
    this.contention = contention;
  }

  /** What a call comes to: the request afterwards, or null to be tried again from a fresh read. */
  interface Decision {
    @Nullable Request of(Asked asked);
  }

  /**
   * Answers a call.
   *
   * @param told what the caller is told of the request afterwards
   */
  HttpResponse answer(
      HttpRequest http, Duration left, Function<Request, HttpResponse> told, Decision decision) {
    Caller caller = Caller.of(http);
    RequestId id = http.parameter("id", RequestId::parse);
    Fields body = http.fields();
    Digest seen = body.typed("digest", Digest::new);
    body.end();
    Repeats.Key key = Repeats.of(http, caller.subject());
    return told.apply(
        contention.until(
            () -> {
              Reading read =
                  store.read(
                      new Ask(
                          caller.subject(),
                          id,
                          seen,
                          key == null ? null : key.hash(),
                          id.project()));
              Actor actor = Actors.require(read.actor(), caller);
              Head head = read.head();
              Rules rules = store.rules(id.project());
              if (head == null || rules == null) {
                throw Problem.notFound().asException();
              }
              if (key != null && read.repeat() != null) {
                key.same(read.repeat());
                return head.request();
              }
              Revision revision =
                  Objects.requireNonNull(
                      store.revision(id, head.request().digest()), "its revision");
              return after(
                  new Asked(
                      caller,
                      actor,
                      seen,
                      head,
                      revision,
                      rules,
                      Objects.requireNonNull(read.counters()),
                      key,
                      left),
                  decision);
            }));
  }

  private @Nullable Request after(Asked asked, Decision decision) {
    Request request = asked.request();
    if (!Requester.mayRead(asked.actor(), request, asked.revision(), asked.rules().access())) {
      throw Problem.notFound().asException();
    }
    if (request.status() != Status.MERGING) {
      return decision.of(asked);
    }
    if (!Requester.mayMerge(asked.actor(), request, asked.revision(), asked.rules().access())) {
      throw Problem.notFound().asException();
    }
    return goOn(asked);
  }

  /** A plan is under way: taken over when its holder cannot be alive any more. */
  private @Nullable Request goOn(Asked asked) {
    Plan plan = Objects.requireNonNull(asked.head().plan(), "MERGING has a plan");
    if (!plan.lease().lapsed(clock.instant())) {
      return asked.request();
    }
    StoredLedger ledger = ledgers.taking(asked.head(), asked.left());
    return ledger == null ? null : carrying.carry(ledger, asked.revision());
  }
}
