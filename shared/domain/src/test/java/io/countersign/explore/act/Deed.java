package io.countersign.explore.act;

import io.countersign.explore.realm.Day;
import io.countersign.explore.realm.Turn;
import io.countersign.explore.realm.Write;
import io.countersign.explore.world.Hand;
import io.countersign.explore.world.Late;
import io.countersign.explore.world.Pending;
import io.countersign.explore.world.Worker;
import io.countersign.request.Event;
import io.countersign.store.Commit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens in one step. */
public sealed interface Deed {
  /** A transaction that went through, or null. */
  default @Nullable Commit commit() {
    return null;
  }

  /** A command made its next read. */
  record Reading(Hand hand) implements Deed {
    @Override
    public String toString() {
      return hand.errand() + " has made read " + hand.reads();
    }
  }

  /** A command was refused, or something was not as read any more. */
  record Refused(Hand hand) implements Deed {
    @Override
    public String toString() {
      return hand.errand() + " comes to nothing";
    }
  }

  /** A command went through; all its reads just before where it is given as a whole. */
  record Committed(Hand hand, Commit commit) implements Deed {
    @Override
    public String toString() {
      return hand.errand() + " commits " + names(commit);
    }
  }

  /**
   * Somebody who carries a plan out went on by one step, or died in it.
   *
   * @param commit their transaction, if that was the step
   * @param fate what became of them
   */
  record Worked(int request, Worker worker, @Nullable Commit commit, Fate fate) implements Deed {
    @Override
    public String toString() {
      return "worker "
          + worker.fence()
          + " of request "
          + request
          + (commit == null ? " calls" : " commits " + names(commit) + " " + commit.plan())
          + (fate == Fate.DIED ? " and dies" : "");
    }
  }

  /** What becomes of somebody who works. */
  enum Fate {
    LIVED,
    DIED
  }

  /** A transaction of somebody dead arrived. */
  record Arrived(Late late, @Nullable Commit commit) implements Deed {
    @Override
    public String toString() {
      return "late write of request "
          + late.request()
          + (commit == null ? " is refused" : " is taken: " + names(commit));
    }
  }

  /** An admin changed something. */
  record Turned(Turn turn) implements Deed {
    @Override
    public String toString() {
      return "admin: " + turn.name();
    }
  }

  /** Somebody else wrote. */
  record Wrote(Write write) implements Deed {}

  /** Something happened to the proposed values of a request. */
  record Tampered(int request, Pending pending) implements Deed {}

  record Passed(Day day) implements Deed {}

  private static List<String> names(Commit commit) {
    return commit.events().stream().map(Event::getClass).map(Class::getSimpleName).toList();
  }
}
