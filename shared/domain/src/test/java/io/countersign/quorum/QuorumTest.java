package io.countersign.quorum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuorumTest {
  @Test
  void nOfThesePeopleFillARequirement() {
    Filling<String> filling =
        Quorum.fill(List.of(Seats.of(2, Set.of("a", "b", "c"))), Set.of("c", "a"));
    assertThat(filling.complete()).isTrue();
    assertThat(filling.requirements().getFirst().people()).containsExactly("a", "c");
  }

  @Test
  void onePersonFillsOneSeatInAPolicy() {
    List<Seats<String>> both = List.of(Seats.of(1, Set.of("a")), Seats.of(1, Set.of("a", "b")));
    assertThat(Quorum.fill(both, Set.of("a")).complete()).isFalse();
    assertThat(Quorum.fill(both, Set.of("a", "b")).complete()).isTrue();
  }

  @Test
  void somebodySeatedMakesRoomForSomebodyElse() {
    // In order of name, a takes the first seat; only moving a lets b in.
    List<Seats<String>> both = List.of(Seats.of(1, Set.of("a", "b")), Seats.of(1, Set.of("a")));
    Filling<String> filling = Quorum.fill(both, Set.of("a", "b"));
    assertThat(filling.requirements().get(0).people()).containsExactly("b");
    assertThat(filling.requirements().get(1).people()).containsExactly("a");
  }

  @Test
  void peopleBeyondTheSeatsFillNone() {
    Seated<String> seated =
        only(Quorum.fill(List.of(Seats.of(1, Set.of("a", "b"))), Set.of("a", "b")));
    assertThat(seated.filled()).isEqualTo(1);
    assertThat(seated.missing()).isZero();
  }

  @Test
  void aVoterOutsideTheRequirementFillsNoSeat() {
    Seated<String> seated =
        only(Quorum.fill(List.of(Seats.of(2, Set.of("a", "b"))), Set.of("b", "x")));
    assertThat(seated.people()).containsExactly("b");
    assertThat(seated.missing()).isEqualTo(1);
  }

  @Test
  void anEmptySeatIsOneThatSomebodyCanStillFill() {
    // Only c has voted. If c sat in the first requirement, the second one would wait for c for
    // ever.
    List<Seats<String>> both = List.of(Seats.of(1, Set.of("c", "d")), Seats.of(1, Set.of("c")));
    Filling<String> filling = Quorum.fill(both, Set.of("c"));
    assertThat(filling.requirements().get(0).missing()).isEqualTo(1);
    assertThat(filling.requirements().get(1).people()).containsExactly("c");
  }

  @Test
  void aRequirementOfNobodyIsNeverMet() {
    assertThat(Quorum.fill(List.of(Seats.of(1, Set.<String>of())), Set.of("a")).complete())
        .isFalse();
  }

  @Test
  void noRequirementIsNoAgreement() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Quorum.fill(List.<Seats<String>>of(), Set.of("a")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Quorum.satisfiable(List.<Seats<String>>of()));
  }

  @Test
  void aRequirementAsksForAtLeastOnePerson() {
    assertThatIllegalArgumentException().isThrownBy(() -> Seats.of(0, Set.of("a")));
  }

  @Test
  void aPolicyThatNobodyCouldSatisfyIsToldApart() {
    assertThat(Quorum.satisfiable(List.of(Seats.of(2, Set.of("a"))))).isFalse();
    assertThat(Quorum.satisfiable(List.of(Seats.of(1, Set.of("a")), Seats.of(1, Set.of("a")))))
        .isFalse();
    assertThat(Quorum.satisfiable(List.of(Seats.of(1, Set.of("a", "b")), Seats.of(1, Set.of("a")))))
        .isTrue();
    assertThat(Quorum.satisfiable(List.of(Seats.of(Integer.MAX_VALUE, Set.of("a"))))).isFalse();
  }

  @Test
  void aHundredPeopleInTwentyRequirementsAreSeated() {
    Set<Integer> people = Set.copyOf(IntStream.range(0, 100).boxed().toList());
    List<Seats<Integer>> requirements =
        IntStream.range(0, 20).mapToObj(n -> Seats.of(5, people)).toList();
    assertThat(Quorum.satisfiable(requirements)).isTrue();
  }

  private static Seated<String> only(Filling<String> filling) {
    assertThat(filling.requirements()).hasSize(1);
    return filling.requirements().getFirst();
  }
}
