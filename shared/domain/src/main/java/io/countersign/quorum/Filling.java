package io.countersign.quorum;

import java.util.List;

/**
 * Who fills which seat of one policy; nobody fills two (design §2, rule 2).
 *
 * @param requirements in the order in which the requirements were given
 * @param <V> how a person is named
 */
public record Filling<V extends Comparable<? super V>>(List<Seated<V>> requirements) {
  /** Takes its own copy of the list. */
  public Filling {
    requirements = List.copyOf(requirements);
  }

  /** Whether every seat is filled. */
  public boolean complete() {
    return requirements.stream().allMatch(requirement -> requirement.missing() == 0);
  }
}
