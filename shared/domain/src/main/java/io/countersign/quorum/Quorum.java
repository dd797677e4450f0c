package io.countersign.quorum;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Counts a policy's seats: one person fills one seat, whatever number of requirements name them,
 * and as many seats as possible are filled (maximum matching; design §2, rule 2).
 */
public final class Quorum {
  private Quorum() {}

  /**
   * Seats the voters. The same input always gives the same seats. Among the fillings with the most
   * seats filled, one is taken that the people who have not voted can go on to complete if any can,
   * so that an empty seat is one for which somebody can still be asked. For that to be true, people
   * who cannot vote must be left out of the requirements, too.
   *
   * @param requirements of one policy
   * @param voters those whose approval counts; people in no requirement fill no seat
   * @throws IllegalArgumentException when there is no requirement: nothing asked for is not
   *     agreement
   */
  public static <V extends Comparable<? super V>> Filling<V> fill(
      List<Seats<V>> requirements, Set<V> voters) {
    if (requirements.isEmpty()) {
      throw new IllegalArgumentException("a policy has at least one requirement");
    }
    Matching<V> matching = new Matching<>(requirements);
    // Somebody once seated is moved but never unseated, so those who come later take nothing away.
    matching.seat(new TreeSet<>(voters));
    Filling<V> filling = matching.only(voters);
    if (filling.complete()) {
      return filling;
    }
    SortedSet<V> others = everybody(requirements);
    others.removeAll(voters);
    matching.seat(others);
    return matching.only(voters);
  }

  /**
   * Whether all seats could be filled if everybody named approved (design §2, rule 4).
   *
   * @throws IllegalArgumentException when there is no requirement
   */
  public static <V extends Comparable<? super V>> boolean satisfiable(List<Seats<V>> requirements) {
    return fill(requirements, everybody(requirements)).complete();
  }

  private static <V extends Comparable<? super V>> SortedSet<V> everybody(
      List<Seats<V>> requirements) {
    SortedSet<V> everybody = new TreeSet<>();
    requirements.forEach(requirement -> everybody.addAll(requirement.people()));
    return everybody;
  }
}
