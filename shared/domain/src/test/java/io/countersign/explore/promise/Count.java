package io.countersign.explore.promise;

import io.countersign.directory.Directory;
import io.countersign.directory.Person;
import io.countersign.directory.PersonId;
import io.countersign.explore.world.Demand;
import io.countersign.explore.world.Ghost;
import io.countersign.request.Decision;
import io.countersign.revision.Digest;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether a request is agreed, by trying every seating; knows nothing of how the engine does it.
 *
 * @param live what governs its documents at this moment
 */
record Count(Ghost ghost, Digest digest, List<Demand> live, Directory directory) {
  /** What is looked at; leaving one out tells why a count failed. */
  enum Look {
    DIGEST(Promise.S2),
    BAR(Promise.S7),
    NOW(Promise.S8),
    BOUND(Promise.S9),
    LIVE(Promise.S9),
    REJECTIONS(Promise.S9);

    private final Promise promise;

    Look(Promise promise) {
      this.promise = promise;
    }
  }

  /** The promises broken by a merge now. */
  Set<Promise> broken() {
    Set<Promise> broken = EnumSet.noneOf(Promise.class);
    if (!met(EnumSet.allOf(Look.class))) {
      broken.add(Promise.S1);
      for (Look look : Look.values()) {
        if (met(EnumSet.complementOf(EnumSet.of(look)))) {
          broken.add(look.promise);
        }
      }
    }
    return broken;
  }

  boolean agreed() {
    return met(EnumSet.allOf(Look.class));
  }

  private boolean met(Set<Look> looks) {
    return !(looks.contains(Look.REJECTIONS) && rejected())
        && (!looks.contains(Look.BOUND)
            || ghost.bound().stream().allMatch(each -> filled(each, looks)))
        && (!looks.contains(Look.LIVE)
            || live.stream()
                .filter(
                    each ->
                        !looks.contains(Look.BOUND) || ghost.bound().stream().noneMatch(each::asks))
                .allMatch(each -> filled(each, looks)));
  }

  private boolean rejected() {
    return ghost.ballots().values().stream().anyMatch(each -> each.decision() == Decision.REJECT);
  }

  private boolean filled(Demand demand, Set<Look> looks) {
    List<Set<String>> chairs = new ArrayList<>();
    for (Demand.Seats seats : demand.seats()) {
      Set<String> fit = new HashSet<>();
      for (Map.Entry<String, Ghost.Ballot> each : ghost.ballots().entrySet()) {
        if (counts(each.getKey(), each.getValue(), seats, demand, looks)) {
          fit.add(each.getKey());
        }
      }
      for (int i = 0; i < seats.needed(); i++) {
        chairs.add(fit);
      }
    }
    return seated(chairs, 0, new HashSet<>());
  }

  private boolean counts(
      String voter, Ghost.Ballot ballot, Demand.Seats seats, Demand demand, Set<Look> looks) {
    Person person = directory.people().get(new PersonId(voter));
    return ballot.decision() == Decision.APPROVE
        && seats.members().contains(voter)
        && (ballot.seen().equals(digest) || !looks.contains(Look.DIGEST))
        && ((person != null && seats.admit(person)) || !looks.contains(Look.NOW))
        && (ghost.bound().stream().anyMatch(each -> each.had(voter)) || !looks.contains(Look.BOUND))
        && (demand.terms().selfApproval() || !ghost.barred(voter) || !looks.contains(Look.BAR));
  }

  /** Whether everybody can be given a chair of their own. */
  private static boolean seated(List<Set<String>> chairs, int at, Set<String> taken) {
    if (at == chairs.size()) {
      return true;
    }
    for (String person : chairs.get(at)) {
      if (taken.add(person)) {
        if (seated(chairs, at + 1, taken)) {
          return true;
        }
        taken.remove(person);
      }
    }
    return false;
  }
}
