package io.countersign.vote;

import io.countersign.directory.Actor;
import io.countersign.directory.PersonId;
import io.countersign.edge.command.Grounds;
import io.countersign.edge.command.Locked;
import io.countersign.edge.command.Repeats;
import io.countersign.edge.http.HttpResponse;
import io.countersign.explain.Reason;
import io.countersign.explain.Refusal;
import io.countersign.merge.Plan;
import io.countersign.request.Command;
import io.countersign.request.Event;
import io.countersign.request.Outcome;
import io.countersign.request.Request;
import io.countersign.request.Requests;
import io.countersign.request.Status;
import io.countersign.revision.Payload;
import io.countersign.store.Commit;
import io.countersign.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Merges by an approval: where that makes the request agreed, the plan to merge it is committed in
 * the same transaction, or access is given by it. Where it does not, the vote stands alone and the
 * answer says why.
 */
final class Approvals {
  private static final int GOES_ON = 202;

  private final Store store;
  private final Casting casting;

  Approvals(Store store, Casting casting) {
    this.store = store;
    this.casting = casting;
  }

  @Nullable HttpResponse merge(
      Grounds grounds, List<Event> voted, Instant now, Repeats.@Nullable Key key) {
    Request after = Requests.evolve(grounds.request().id(), grounds.request(), voted, now);
    Command merge =
        new Command.StartMerge(
            grounds.actor(),
            after.digest(),
            grounds.revision(),
            grounds.rules(),
            grounds.directory(),
            true);
    return switch (Requests.decide(after, merge, now)) {
      case Outcome.Refused(Refusal refusal) ->
          casting.alone(grounds, voted, now, key, refusal.orItself());
      case Outcome.Accepted _ when grounds.revision().payload() instanceof Payload.OfGovernance ->
          casting.alone(grounds, voted, now, key, List.of(apart(grounds.actor())));
      case Outcome.Accepted(List<Event> started) -> {
        List<Event> all = new ArrayList<>(voted);
        all.addAll(started);
        Commit commit = grounds.commit(all, now);
        if (commit.after().status() != Status.MERGING) {
          yield casting.commit(commit, Casting.CAST, key)
              ? Casting.answer(grounds, commit.after(), Casting.CAST, List.of())
              : null;
        }
        Plan plan = grounds.plan();
        Locked locked = Locked.find(store, plan, after.id(), grounds.sight());
        if (locked != null) {
          yield casting.alone(grounds, voted, now, key, List.of(locked.reason()));
        }
        yield casting.commit(commit.with(plan), GOES_ON, key)
            ? Casting.answer(grounds, commit.after(), GOES_ON, List.of())
            : null;
      }
    };
  }

  /** Only the merge itself may write rules. */
  private static Reason apart(Actor actor) {
    return new Reason(
        "merged-apart",
        "A change of rules is merged by a call of its own; it can be merged now.",
        actor.id() instanceof PersonId person ? new TreeSet<>(Set.of(person)) : new TreeSet<>());
  }
}
