package io.countersign.explore.act;

import io.countersign.explore.world.Filed;
import io.countersign.explore.world.Part;
import io.countersign.explore.world.World;
import io.countersign.merge.Plan;
import io.countersign.request.Request;
import io.countersign.request.Status;
import io.countersign.revision.Revision;
import io.countersign.store.Commit;
import io.countersign.store.Counters;
import io.countersign.store.Head;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The table by the commit rule (design §4). That it takes and refuses the same as the store's own
 * fake, and so as DynamoDB, is what {@code TableTest} shows.
 */
public record Table(World world, Engine engine) {
  /** The world after a transaction, or null when one of its conditions does not hold. */
  public @Nullable World commit(Commit commit) {
    int request = World.number(commit.after().id());
    Filed now = world.filed(request);
    Head before = commit.before();
    boolean holds =
        (before == null ? now == null : now != null && is(before, now.head(), commit))
            && news(commit, now)
            && free(commit, request)
            && counted(commit.unchanged());
    return holds ? world.with(request, filed(commit, now)) : null;
  }

  private boolean is(Head before, Head now, Commit commit) {
    return (now.version() == before.version() || !engine.checks(Condition.VERSION))
        && (now.request().status() == before.request().status() || !engine.checks(Condition.STATUS))
        && (now.request().digest().equals(before.request().digest())
            || !engine.checks(Condition.DIGEST))
        && (before.request().status() != Status.OPEN
            || !commit.inTime()
            || inTime(now.request(), commit)
            || !engine.checks(Condition.IN_TIME))
        && (before.plan() == null
            || fence(now.plan()) == fence(before.plan())
            || !engine.checks(Condition.FENCE));
  }

  private static boolean inTime(Request now, Commit commit) {
    return now.expiresAt() == null || now.expiresAt().isAfter(commit.at());
  }

  private static long fence(@Nullable Plan plan) {
    return plan == null ? -1 : plan.lease().fence();
  }

  /** Whether none of its events has a number that is taken. */
  private boolean news(Commit commit, @Nullable Filed now) {
    long taken = now == null ? 0 : now.request().sequence();
    return commit.events().isEmpty()
        || commit.after().sequence() - commit.events().size() >= taken
        || !engine.checks(Condition.EVENT);
  }

  private boolean free(Commit commit, int request) {
    Plan held = commit.before() == null ? null : commit.before().locking();
    Plan plan = commit.locking();
    if (held != null || plan == null || !engine.checks(Condition.LOCK)) {
      return true;
    }
    return World.REQUESTS.stream()
        .filter(each -> each != request)
        .map(world::filed)
        .filter(Objects::nonNull)
        .map(each -> each.head().locking())
        .filter(Objects::nonNull)
        .noneMatch(each -> each.secrets().stream().anyMatch(plan.secrets()::contains));
  }

  private boolean counted(@Nullable Counters counters) {
    return counters == null
        || ((counters.rules() == world.get(Part.RULES).counter() || !engine.checks(Condition.RULES))
            && (counters.directory() == world.get(Part.STAFF).counter()
                || !engine.checks(Condition.DIRECTORY)));
  }

  private Filed filed(Commit commit, @Nullable Filed now) {
    long version = now == null ? 1 : now.head().version() + 1;
    Request after = engine.stored(commit);
    Plan plan = commit.plan() == null ? null : engine.kept(commit.plan());
    Head head = new Head(after, plan, version, "hash of event " + after.sequence());
    List<Revision> revisions = new ArrayList<>(now == null ? List.of() : now.revisions());
    if (commit.revision() != null) {
      revisions.add(commit.revision());
    }
    return new Filed(head, List.copyOf(revisions));
  }
}
