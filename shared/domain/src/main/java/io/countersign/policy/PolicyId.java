package io.countersign.policy;

import io.countersign.name.Slug;

/** The id of a policy in its project. */
public record PolicyId(String value) implements Comparable<PolicyId> {
  /**
   * Checks the form.
   *
   * @throws InvalidName unless 2 to 40 of {@code [a-z0-9-]}
   */
  public PolicyId {
    Slug.check(value);
  }

  @Override
  public int compareTo(PolicyId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
