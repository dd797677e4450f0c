package io.countersign.explore.promise;

import io.countersign.directory.Permission;
import io.countersign.explore.world.Demand;
import io.countersign.explore.world.Ghost;
import io.countersign.request.Decision;
import io.countersign.request.Event;

/** Judges submissions, edits and withdrawals. */
record Proposing(Decided decided) {
  void judge(Event event) {
    switch (event) {
      case Event.Submitted _ -> proposed();
      case Event.Revised _ -> {
        decided.unless(decided.sawIt(), Promise.S2);
        proposed();
      }
      case Event.Withdrawn _ ->
          decided.only(
              decided.by().equals(decided.author())
                  || decided.may(decided.by(), Permission.REQUESTS_MERGE));
      default -> {}
    }
  }

  /** By who may; and everybody who may vote on it, voting for it, would be enough. */
  private void proposed() {
    decided.only(decided.may(decided.by(), Permission.SECRETS_PROPOSE));
    Ghost all = decided.ghost();
    for (Demand demand : decided.ghost().bound()) {
      for (Demand.Seats seats : demand.seats()) {
        for (String member : seats.members()) {
          all = all.voted(member, new Ghost.Ballot(Decision.APPROVE, decided.now().digest()));
        }
      }
    }
    boolean possible =
        new Count(all, decided.now().digest(), all.bound(), decided.directory()).agreed();
    decided.unless(possible, Promise.S17);
  }
}
