package io.countersign.delivery;

import io.countersign.delivery.Rounds.Round;
import io.countersign.directory.Directory;
import io.countersign.directory.PersonId;
import io.countersign.policy.BoundPolicy;
import io.countersign.policy.Reminders;
import io.countersign.policy.Rules;
import io.countersign.request.Agreement;
import io.countersign.request.Request;
import io.countersign.request.Status;
import io.countersign.revision.Revision;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** When and whom the policies of a revision have reminded. */
public final class Reminding {
  private Reminding() {}

  /** The first round, or null when none of its policies reminds anybody. */
  public static @Nullable Round first(Revision revision, long sequence) {
    return after(revision, sequence, revision.madeAt());
  }

  /** The next round behind that time; those that were missed are left out. */
  public static @Nullable Round after(Revision revision, long sequence, Instant time) {
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

  /** Whether the request still waits for the votes that the round is about. */
  public static boolean waits(Request state, Round round, Instant now) {
    return state.status() == Status.OPEN
        && state.digest().equals(round.digest())
        && !state.dead()
        && !state.overdue(now);
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
