package io.countersign.explore.promise;

import io.countersign.explore.act.Deed;
import io.countersign.explore.world.Filed;
import io.countersign.explore.world.Ghost;
import io.countersign.explore.world.World;
import io.countersign.request.Decision;
import io.countersign.request.Event;
import io.countersign.request.Request;
import io.countersign.request.Requests;
import io.countersign.request.Status;
import io.countersign.store.Commit;
import io.countersign.store.Head;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Judges every transaction: what states allow, what time allows, and that the events tell all. */
record Standing(World before, Deed deed, Commit commit, World after, Set<Promise> broken) {
  void judge() {
    int request = World.number(commit.after().id());
    Filed was = before.filed(request);
    Request now = Objects.requireNonNull(after.filed(request)).request();
    for (Event event : commit.events()) {
      if (was != null && !allowed(was.request().status(), before.ghost(request), event)) {
        broken.add(Promise.S6);
      }
      if (was != null && late(was.request(), before.ghost(request), event)) {
        broken.add(Promise.R10);
      }
    }
    if (!told(was, now) || !votes(now).equals(cast(after.ghost(request)))) {
      broken.add(Promise.A1);
    }
    if (after.ghost(request).look() == Ghost.Look.OWED && !listed(now)) {
      broken.add(Promise.S10);
    }
    boolean edited = commit.events().stream().anyMatch(Event.Revised.class::isInstance);
    if (edited && !now.votes().isEmpty()) {
      broken.add(Promise.S2);
    }
  }

  /** Whether it is among those that nobody has looked at. */
  private static boolean listed(Request now) {
    Request.Unreviewed around = now.unreviewed();
    return around != null && around.reviewed() == null;
  }

  private static boolean allowed(Status status, Ghost ghost, Event event) {
    if (event instanceof Event.Acknowledged) {
      return status != Status.MERGING && ghost.look() == Ghost.Look.OWED;
    }
    boolean merge =
        event instanceof Event.Merged
            || event instanceof Event.Bypassed
            || event instanceof Event.SecretsChanged
            || event instanceof Event.Conflicted
            || event instanceof Event.Failed;
    return switch (status) {
      case OPEN ->
          !merge && !(event instanceof Event.MergeStarted started && takesUp(started.mode()));
      case MERGING -> merge;
      case FAILED ->
          event instanceof Event.Commented
              || (event instanceof Event.MergeStarted started && takesUp(started.mode()));
      case MERGED, BYPASSED, REJECTED, WITHDRAWN, EXPIRED -> event instanceof Event.Commented;
    };
  }

  private static boolean takesUp(Event.Mode mode) {
    return mode == Event.Mode.FINISH || mode == Event.Mode.UNDO;
  }

  private boolean late(Request was, Ghost ghost, Event event) {
    Instant deadline = ghost.deadline();
    boolean over = deadline != null && !commit.at().isBefore(deadline);
    if (event instanceof Event.Expired) {
      return !over;
    }
    return over && was.status() == Status.OPEN && !(event instanceof Event.Commented);
  }

  /** The events since lead from the one state to the other, each with the next number. */
  private boolean told(@Nullable Filed was, Request now) {
    Request told = was == null ? null : was.request();
    for (Event event : commit.events()) {
      told = Requests.evolve(now.id(), told, event, commit.at());
    }
    long from = was == null ? 0 : was.request().sequence();
    Head basis = commit.before();
    return now.equals(told)
        && Objects.equals(
            basis == null ? null : basis.plan(), was == null ? null : was.head().plan())
        && now.sequence() == from + commit.events().size()
        && commit.after().sequence() == now.sequence();
  }

  private static SortedMap<String, Decision> votes(Request request) {
    SortedMap<String, Decision> votes = new TreeMap<>();
    request.votes().forEach((voter, vote) -> votes.put(voter.value(), vote.decision()));
    return votes;
  }

  private static SortedMap<String, Decision> cast(Ghost ghost) {
    SortedMap<String, Decision> cast = new TreeMap<>();
    ghost.ballots().forEach((voter, ballot) -> cast.put(voter, ballot.decision()));
    return cast;
  }
}
