package io.countersign.delivery;

import io.countersign.delivery.Rounds.Round;
import io.countersign.directory.Directory;
import io.countersign.directory.Grant;
import io.countersign.directory.PersonId;
import io.countersign.policy.BoundPolicy;
import io.countersign.policy.Reminders;
import io.countersign.policy.Rules;
import io.countersign.request.Agreement;
import io.countersign.request.Request;
import io.countersign.request.Status;
import io.countersign.revision.Revision;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** When and whom the policies of a revision have reminded, and who is told that access ends. */
public final class Reminding {
  /** Access is said to end so long before, or a quarter of its time. */
  private static final Duration AHEAD = Duration.ofMinutes(15);

  private Reminding() {}

  /** The one round in which whoever has access is told that it ends soon. */
  public static Round ofEnd(Revision revision, Grant grant, long sequence) {
    Duration quarter = Duration.between(grant.begins(), grant.ends()).dividedBy(4);
    Duration ahead = quarter.compareTo(AHEAD) < 0 ? quarter : AHEAD;
    return new Round(revision.request(), sequence, revision.digest(), 1, grant.ends().minus(ahead));
  }

  /** The access whose end the round is about, unless it ended or lasts longer meanwhile. */
  public static @Nullable Grant ending(Request state, Rules rules) {
    Request.Granted granted = state.granted();
    Grant present = granted == null ? null : rules.grant(granted.grant().id());
    return granted != null && granted.grant().equals(present) ? present : null;
  }

  /** The first round, or null when none of its policies reminds anybody. */
  public static @Nullable Round first(Revision revision, long sequence) {
    return after(revision, sequence, revision.madeAt());
  }

  /** The next round behind that time; those that were missed are left out. */
  public static @Nullable Round after(Request state, Revision revision, Round round, Instant now) {
    return state.status() == Status.OPEN ? after(revision, round.sequence(), now) : null;
  }

  private static @Nullable Round after(Revision revision, long sequence, Instant time) {
    List<Instant> times = List.copyOf(times(revision));
    for (int i = 0; i < times.size(); i++) {
      if (times.get(i).isAfter(time)) {
        return new Round(revision.request(), sequence, revision.digest(), i + 1, times.get(i));
      }
    }
    return null;
  }

  private static SortedSet<Instant> times(Revision revision) {
    SortedSet<Instant> times = new TreeSet<>();
    for (BoundPolicy policy : revision.policies()) {
      times.addAll(times(policy, revision));
    }
    return times;
  }

  private static List<Instant> times(BoundPolicy policy, Revision revision) {
    Reminders reminders = policy.terms().reminders();
    return reminders == null ? List.of() : reminders.times(revision.madeAt());
  }

  /** Whether the request still waits for what the round is about: votes, or the end of access. */
  public static boolean waits(Request state, Round round, Instant now) {
    return state.digest().equals(round.digest())
        && (lent(state, now)
            || (state.status() == Status.OPEN && !state.dead() && !state.overdue(now)));
  }

  private static boolean lent(Request state, Instant now) {
    Request.Granted granted = state.granted();
    return granted != null && granted.end() == null && !granted.grant().over(now);
  }

  /**
   * Who has not voted, could still help, and is to be reminded by a policy in this round; not its
   * author, who knows.
   *
   * @param state one that waits
   */
  public static SortedSet<PersonId> people(
      Request state, Revision revision, Round round, Rules rules, Directory directory) {
    SortedSet<PersonId> reminded = new TreeSet<>();
    for (BoundPolicy policy : revision.policies()) {
      if (times(policy, revision).contains(round.due())) {
        reminded.addAll(policy.members());
      }
    }
    SortedSet<PersonId> helping = new TreeSet<>();
    Agreement.missing(Agreement.now(state, revision, rules, directory).reasons())
        .forEach(reason -> helping.addAll(reason.clearedBy()));
    reminded.retainAll(helping);
    reminded.removeAll(state.votes().keySet());
    reminded.removeIf(revision.author()::equals);
    return reminded;
  }
}
