package io.countersign.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.directory.PersonId;
import io.countersign.explain.Reason;
import io.countersign.property.Cases;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The engine's agreement against rules 2 to 6 done by hand, on small random organisations. */
class AgreementModelTest {
  private int so;
  private int not;

  /** Counts both answers, so that a test which saw only one of them fails. */
  private void saw(boolean answer) {
    if (answer) {
      so++;
    } else {
      not++;
    }
  }

  private void bothWereSeen(int least) {
    assertThat(so).as("cases in which it is so").isGreaterThan(least);
    assertThat(not).as("cases in which it is not").isGreaterThan(least);
  }

  @Test
  void whatIsMergeableIsWhatTheBruteForceSolverSays() {
    Cases.each(
        10_000,
        random -> {
          Poll poll = new AnyPoll(random).poll();
          boolean expected = new ByHand(poll).mergeable();
          assertThat(poll.mergeable()).as("%s", poll).isEqualTo(expected);
          saw(expected);
        });
    bothWereSeen(1_000);
  }

  @Test
  void whatNobodyCouldApproveIsWhatTheBruteForceSolverSays() {
    Cases.each(
        5_000,
        random -> {
          Poll poll = new AnyPoll(random).poll();
          boolean expected = new ByHand(poll).possible();
          assertThat(Agreement.impossible(poll.revision(), new TreeSet<>()).isEmpty())
              .as("%s", poll)
              .isEqualTo(expected);
          saw(expected);
        });
    bothWereSeen(500);
  }

  @ParameterizedTest
  @EnumSource
  void nothingBecomesMergeableBy(Tightening tightening) {
    Cases.each(
        3_000,
        random -> {
          AnyPoll any = new AnyPoll(random);
          Poll before = any.poll();
          Poll after = tightening.of(before, any);
          boolean mergeable = before.mergeable();
          if (!mergeable) {
            assertThat(after.mergeable()).as("%s, after it %s", before, after).isFalse();
          }
          if (!after.equals(before)) {
            saw(mergeable);
          }
        });
    bothWereSeen(100);
  }

  /** Rule 12: whoever is named can unblock it, and where nobody can, revising is named. */
  @Test
  void thoseWhoAreNamedCanBringItToQuorumOrRevisingIsTheRemedy() {
    Cases.each(
        5_000,
        random -> {
          Poll poll = new AnyPoll(random).poll();
          List<Reason> reasons = poll.reasons();
          if (reasons.stream().allMatch(each -> each.code().equals("approvals-missing"))) {
            SortedMap<PersonId, Decision> votes = new TreeMap<>(poll.votes());
            reasons.forEach(
                each -> each.clearedBy().forEach(person -> votes.put(person, Decision.APPROVE)));
            boolean within = new ByHand(poll.with(votes)).mergeable();
            boolean revise = reasons.stream().anyMatch(each -> each.message().contains("revise"));
            assertThat(within).as("%s: %s", poll, reasons).isEqualTo(!revise);
            saw(within);
          }
        });
    bothWereSeen(100);
  }
}
