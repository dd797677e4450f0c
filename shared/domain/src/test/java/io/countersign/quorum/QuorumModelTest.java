package io.countersign.quorum;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.property.Cases;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class QuorumModelTest {
  @Test
  void asManySeatsAreFilledAsTheBruteForceSolverFills() {
    Cases.each(
        3_000,
        random -> {
          List<Seats<Integer>> requirements = requirements(random);
          Set<Integer> voters = people(random, 0.5);
          Filling<Integer> filling = Quorum.fill(requirements, voters);
          int most = most(new ArrayList<>(voters), needed(requirements), requirements);
          assertThat(filled(filling)).as("%s by %s", requirements, voters).isEqualTo(most);
          assertThat(filling.complete()).isEqualTo(most == sum(needed(requirements)));
        });
  }

  @Test
  void nobodySitsTwiceOrWhereTheyAreNotNamed() {
    Cases.each(
        3_000,
        random -> {
          List<Seats<Integer>> requirements = requirements(random);
          Set<Integer> voters = people(random, 0.5);
          Filling<Integer> filling = Quorum.fill(requirements, voters);
          List<Integer> seated = new ArrayList<>();
          for (int n = 0; n < requirements.size(); n++) {
            Seated<Integer> one = filling.requirements().get(n);
            assertThat(one.seats()).isEqualTo(requirements.get(n));
            assertThat(one.seats().people()).containsAll(one.people());
            assertThat(one.filled() + one.missing()).isEqualTo(one.seats().needed());
            assertThat(one.missing()).isNotNegative();
            seated.addAll(one.people());
          }
          assertThat(seated).doesNotHaveDuplicates().isSubsetOf(voters);
        });
  }

  @Test
  void whoeverHasNotVotedCanFillTheEmptySeatsIfThePolicyCanBeSatisfied() {
    Cases.each(
        3_000,
        random -> {
          List<Seats<Integer>> requirements = requirements(random);
          Set<Integer> voters = people(random, 0.3);
          List<Integer> missing =
              Quorum.fill(requirements, voters).requirements().stream()
                  .map(Seated::missing)
                  .toList();
          Set<Integer> others = people(random, 1);
          others.removeAll(voters);
          List<Integer> everybody = new ArrayList<>(people(random, 1));
          int needed = sum(needed(requirements));
          boolean satisfiable = most(everybody, needed(requirements), requirements) == needed;
          assertThat(Quorum.satisfiable(requirements)).isEqualTo(satisfiable);
          if (satisfiable) {
            int more = most(new ArrayList<>(others), new ArrayList<>(missing), requirements);
            assertThat(more).isEqualTo(sum(missing));
          }
        });
  }

  /** Tries everything: the next person takes no seat, or one of any requirement that has one. */
  private static int most(
      List<Integer> people, List<Integer> free, List<Seats<Integer>> requirements) {
    if (people.isEmpty()) {
      return 0;
    }
    List<Integer> rest = people.subList(1, people.size());
    int most = most(rest, free, requirements);
    for (int n = 0; n < free.size(); n++) {
      if (free.get(n) > 0 && requirements.get(n).people().contains(people.getFirst())) {
        List<Integer> less = new ArrayList<>(free);
        less.set(n, free.get(n) - 1);
        most = Math.max(most, 1 + most(rest, less, requirements));
      }
    }
    return most;
  }

  private static List<Seats<Integer>> requirements(RandomGenerator random) {
    List<Seats<Integer>> requirements = new ArrayList<>();
    int count = 1 + random.nextInt(4);
    for (int n = 0; n < count; n++) {
      requirements.add(Seats.of(1 + random.nextInt(3), people(random, 0.4)));
    }
    return requirements;
  }

  private static Set<Integer> people(RandomGenerator random, double share) {
    Set<Integer> people = new HashSet<>();
    for (int person = 0; person < 6; person++) {
      if (random.nextDouble() < share) {
        people.add(person);
      }
    }
    return people;
  }

  private static List<Integer> needed(List<Seats<Integer>> requirements) {
    return requirements.stream().map(Seats::needed).toList();
  }

  private static int filled(Filling<Integer> filling) {
    return filling.requirements().stream().mapToInt(Seated::filled).sum();
  }

  private static int sum(List<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).sum();
  }
}
