package io.countersign.explore.world;

import io.countersign.policy.Rules;

/** The project's rules and their counter, which every write bumps. */
public record Ruled(Rules rules, long counter) {
  public Ruled next(Rules other) {
    return new Ruled(other, counter + 1);
  }

  /** The policies only. */
  @Override
  public String toString() {
    return "rules " + counter + " " + rules.policies();
  }
}
