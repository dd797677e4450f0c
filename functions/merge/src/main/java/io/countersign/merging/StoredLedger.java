package io.countersign.merging;

import io.countersign.merge.Fenced;
import io.countersign.merge.Ledger;
import io.countersign.merge.Plan;
import io.countersign.request.Command;
import io.countersign.request.Event;
import io.countersign.request.Outcome;
import io.countersign.request.Request;
import io.countersign.request.Requests;
import io.countersign.store.Ask;
import io.countersign.store.Commit;
import io.countersign.store.Contention;
import io.countersign.store.Head;
import io.countersign.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One holder's writes of the plan, each on the version and fencing number that it knows. */
final class StoredLedger implements Ledger {
  private final Store store;
  private final InstantSource clock;
  private final Contention contention;
  private Head head;

  StoredLedger(Store store, InstantSource clock, Contention contention, Head head) {
    this.store = store;
    this.clock = clock;
    this.contention = contention;
    this.head = head;
  }

  Request request() {
    return head.request();
  }

  Plan plan() {
    return Objects.requireNonNull(head.plan());
  }

  @Override
  public void note(Plan plan) {
    write(keep(head, plan.documents().isEmpty() ? null : plan, clock.instant()));
  }

  @Override
  public void end(Command command, Plan plan) {
    Instant now = clock.instant();
    switch (Requests.decide(head.request(), command, now)) {
      case Outcome.Accepted(List<Event> events) -> {
        Commit commit = Commit.of(head.request().id(), head, events, now);
        // A failed merge can be finished or undone: its plan says how far it came.
        write(command instanceof Command.Fail ? commit.with(plan) : kept(commit, plan));
      }
      case Outcome.Refused _ -> throw new Fenced();
    }
  }

  /** With what is left to do when everything landed. */
  private static Commit kept(Commit commit, Plan plan) {
    Plan left = plan.afterwards();
    return left.documents().isEmpty() ? commit : commit.with(left);
  }

  private void write(Commit commit) {
    contention.until(() -> written(commit) ? commit : null);
    head = next(store, commit, head);
  }

  /** Only another state is a fence; another transaction in the way is none, and passes. */
  private boolean written(Commit commit) {
    if (store.commit(commit)) {
      return true;
    }
    Head present = store.read(Ask.state(commit.after().id())).head();
    if (present == null || present.version() != head.version()) {
      throw new Fenced();
    }
    return false;
  }

  static Commit keep(Head head, @Nullable Plan plan, Instant now) {
    return new Commit(head, head.request(), plan, List.of(), now, null, null, null);
  }

  /** What is stored now; the chain's hash only matters when there were events, so it is read. */
  static Head next(Store store, Commit commit, Head before) {
    if (commit.events().isEmpty()) {
      return new Head(commit.after(), commit.plan(), before.version() + 1, before.hash());
    }
    Head stored = store.read(Ask.state(commit.after().id())).head();
    return Objects.requireNonNull(stored, "just written");
  }
}
