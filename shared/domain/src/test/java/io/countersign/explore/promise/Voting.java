package io.countersign.explore.promise;

import io.countersign.directory.Actor;
import io.countersign.explore.world.Demand;
import io.countersign.explore.world.Ghost;
import io.countersign.request.Decision;
import io.countersign.request.Event;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Judges votes, and whether rejections end a request. */
record Voting(Decided decided) {
  void judge(List<Event> events) {
    boolean rejected = false;
    boolean voted = false;
    for (Event event : events) {
      if (event instanceof Event.Voted vote) {
        voted = true;
        judge(vote);
      }
      rejected |= event instanceof Event.Rejected;
    }
    boolean enough =
        ghost().bound().stream().anyMatch(each -> rejecting(each) >= each.terms().declineAfter());
    decided.unless(rejected == enough || !(rejected || voted), Promise.R5);
  }

  private Ghost ghost() {
    return decided.ghost();
  }

  private void judge(Event.Voted voted) {
    String voter = voted.voter().value();
    decided.unless(decided.sawIt(), Promise.S2);
    if (voted.decision() == Decision.RETRACT) {
      return;
    }
    boolean outside = ghost().bound().stream().noneMatch(each -> each.had(voter));
    boolean barred =
        ghost().authors().contains(voter)
            && ghost().bound().stream()
                .filter(each -> each.had(voter))
                .noneMatch(each -> each.terms().selfApproval());
    decided.unless(!outside && !barred, Promise.S7);
    decided.unless(stillIn(voter), Promise.S8);
  }

  /** Whether the voter was in a set when the command read who they are. */
  private boolean stillIn(String voter) {
    Actor actor = Objects.requireNonNull(decided.facts().actor());
    return ghost().bound().stream()
        .flatMap(each -> each.seats().stream())
        .filter(each -> each.members().contains(voter))
        .anyMatch(
            each ->
                actor.active()
                    && (each.people().contains(voter)
                        || actor.groups().stream()
                            .anyMatch(group -> each.groups().contains(group.value()))));
  }

  private int rejecting(Demand demand) {
    Set<String> members = new HashSet<>();
    demand.seats().forEach(each -> members.addAll(each.members()));
    Set<String> rejecting = new TreeSet<>();
    for (Map.Entry<String, Ghost.Ballot> each : ghost().ballots().entrySet()) {
      String voter = each.getKey();
      boolean counts = demand.terms().selfApproval() || !ghost().authors().contains(voter);
      if (each.getValue().decision() == Decision.REJECT && members.contains(voter) && counts) {
        rejecting.add(voter);
      }
    }
    return rejecting.size();
  }
}
