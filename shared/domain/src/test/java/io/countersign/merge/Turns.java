package io.countersign.merge;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that may happen next to one request and to those who work on it. */
record Turns(List<Stage> stages, int number, @Nullable Guard without) {
  /**
   * One of them.
   *
   * @param fence of whoever does it
   */
  record Turn(Kind kind, String name, long fence, Saga after) {}

  /** Whose doing it is. */
  enum Kind {
    /** Of whoever is to go on: it happens without anybody's help. */
    OWN,
    /** It may happen or not. */
    CHANCE
  }

  /**
   * What may happen.
   *
   * @param free whether no merge holds the locks
   */
  List<Turn> of(Saga saga, boolean free) {
    Party party = saga.party(number);
    Holders holders = new Holders(stages, number, without);
    long fence = party.plan().lease().fence();
    List<Turn> turns = new ArrayList<>();
    if (party.late() != null) {
      turns.add(
          chance(
              "late write arrives",
              party.late().fence(),
              new Desk(number, without).delivered(saga)));
    }
    if (party.busy() && party.worker() == null) {
      turns.add(new Turn(Kind.OWN, "takes over", fence, holders.takenOver(saga)));
    }
    if (party.worker() != null) {
      goOn(saga, party.worker(), holders, turns);
    }
    if (party.stale() != null) {
      long old = party.stale().memory().plan().lease().fence();
      holders
          .steps(saga, Holders.Who.FORMER)
          .forEach(after -> turns.add(chance("former holder goes on", old, after)));
    }
    if (party.again() && free) {
      holders.takenUp(saga).forEach(after -> turns.add(chance("taken up again", fence + 1, after)));
      new Restoring(stages, saga)
          .each()
          .forEach(
              (step, restored) ->
                  holders
                      .takenUp(restored)
                      .forEach(
                          after -> turns.add(chance(step + ", taken up again", fence + 1, after))));
    }
    return turns;
  }

  private void goOn(Saga saga, Worker worker, Holders holders, List<Turn> turns) {
    long own = worker.memory().plan().lease().fence();
    for (Saga after : holders.steps(saga, Holders.Who.HOLDER)) {
      turns.add(new Turn(Kind.OWN, "goes on", own, after));
    }
    if (saga.left().crashes() == 0) {
      return;
    }
    Party party = saga.party(number);
    Saga left = saga.crashed();
    turns.add(chance("dies", own, left.with(number, party.with(null, party.stale()))));
    Party.Late write = holders.write(saga);
    if (write != null) {
      Party dead = party.with(write).with(null, party.stale());
      turns.add(chance("dies, write under way", own, left.with(number, dead)));
    }
    if (without == Guard.LEASE && party.busy()) {
      turns.add(chance("is taken over alive", own + 1, holders.takenOver(left)));
    }
  }

  private static Turn chance(String name, long fence, Saga after) {
    return new Turn(Kind.CHANCE, name, fence, after);
  }
}
