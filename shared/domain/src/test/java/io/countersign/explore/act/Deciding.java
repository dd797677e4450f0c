package io.countersign.explore.act;

import io.countersign.explore.realm.Day;
import io.countersign.explore.realm.Errand;
import io.countersign.explore.realm.Realm;
import io.countersign.explore.world.Facts;
import io.countersign.explore.world.Filed;
import io.countersign.explore.world.Hand;
import io.countersign.explore.world.Part;
import io.countersign.explore.world.World;
import io.countersign.merge.Lease;
import io.countersign.merge.Plan;
import io.countersign.request.Command;
import io.countersign.request.Event;
import io.countersign.request.Outcome;
import io.countersign.request.Request;
import io.countersign.request.Requests;
import io.countersign.store.Commit;
import io.countersign.store.Head;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes of a command that has read everything the transaction that the functions make of it. */
record Deciding(Realm realm, Engine engine, Asking asking) {
  /** The transaction, or null when the command is refused. */
  @Nullable Commit commit(World world, Hand hand) {
    Instant now = world.get(Part.DAY).now();
    Filed filed = hand.facts().filed();
    if (hand.errand() instanceof Errand.Resume resume) {
      return filed == null ? null : resumed(world, resume.request(), filed.head(), now);
    }
    Facts facts = engine.facts(hand.facts());
    Command command = asking.command(hand.errand(), facts, now);
    Commit commit = command == null ? null : decided(hand, command, filed, now);
    if (commit == null) {
      return null;
    }
    Command then = Asking.andThen(hand.errand(), facts);
    return then == null ? commit : both(commit, then, hand.facts(), now);
  }

  private @Nullable Commit resumed(World world, int request, Head head, Instant now) {
    Plan plan = head.locking();
    // Time enough goes by for the lease of somebody dead to lapse; the living keep theirs.
    Instant later = engine.mayTakeOver(world.crew(request)) ? Day.LAPSED : now;
    if (plan == null || !plan.lease().lapsed(later)) {
      return null;
    }
    Plan mine = plan.with(plan.lease().next(Day.LAPSED));
    return new Commit(head, head.request(), mine, List.of(), now, null, null, null);
  }

  private @Nullable Commit decided(Hand hand, Command command, @Nullable Filed filed, Instant now) {
    Request state = filed == null ? null : engine.state(filed.request(), command);
    List<Event> events = events(state, command, filed == null ? now : engine.now(now));
    if (events == null) {
      return null;
    }
    Head before = filed == null ? null : filed.head();
    Commit commit = Commit.of(World.id(hand.errand().request()), before, events, now);
    return resting(commit, command, hand.facts());
  }

  private @Nullable List<Event> events(@Nullable Request state, Command command, Instant now) {
    return switch (Requests.decide(state, engine.command(command, state, realm), now)) {
      case Outcome.Refused _ -> null;
      case Outcome.Accepted(List<Event> events) -> events;
    };
  }

  /** The vote and the merge that it makes possible; the vote alone where it does not. */
  private Commit both(Commit vote, Command merge, Facts facts, Instant now) {
    Request voted = engine.state(vote.after(), merge);
    List<Event> started = events(voted, merge, engine.now(now));
    if (started == null) {
      return vote;
    }
    List<Event> all = new ArrayList<>(vote.events());
    all.addAll(started);
    return resting(Commit.of(vote.after().id(), vote.before(), all, now), merge, facts);
  }

  /** With what it makes, and with what its decision rests on (design §4). */
  private static Commit resting(Commit commit, Command command, Facts facts) {
    return switch (command) {
      case Command.Submit submit ->
          planned(
              commit.with(submit.revision()),
              facts,
              Plan.of(submit.revision(), submit.rules(), Lease.FREE));
      case Command.Revise revise ->
          planned(
              commit.with(revise.next()),
              facts,
              Plan.of(revise.next(), revise.rules(), Lease.FREE));
      case Command.StartMerge start ->
          planned(commit, facts, Plan.of(start.revision(), start.rules(), Lease.FREE));
      case Command.Bypass bypass ->
          planned(commit, facts, Plan.of(bypass.revision(), bypass.rules(), Lease.FREE));
      case Command.CastVote _ ->
          commit.events().size() > 1
              ? commit.resting(Objects.requireNonNull(facts.counters(), "read before"))
              : commit;
      case Command.TakeUp takeUp -> planned(commit, facts, again(takeUp.way(), facts));
      default -> commit;
    };
  }

  /** The plan that was kept, to be brought forward once more or taken back. */
  private static Plan again(Event.Mode way, Facts facts) {
    Filed filed = Objects.requireNonNull(facts.filed(), "what failed");
    Plan kept = Objects.requireNonNull(filed.head().plan(), "FAILED keeps the plan");
    return way == Event.Mode.FINISH ? kept.forward(kept.lease()) : kept;
  }

  /** With the plan, where a merge begins: nobody has it yet where another function is woken. */
  private static Commit planned(Commit commit, Facts facts, Plan plan) {
    Commit resting = commit.resting(Objects.requireNonNull(facts.counters(), "read before"));
    for (Event event : commit.events()) {
      if (event instanceof Event.MergeStarted started) {
        Lease lease = started.resume() ? plan.lease() : plan.lease().next(Day.LAPSED);
        return resting.with(plan.with(lease));
      }
    }
    return resting;
  }
}
