package io.countersign.request;

import io.countersign.directory.PersonId;
import io.countersign.explain.Reason;
import io.countersign.policy.BoundPolicy;
import java.util.List;
import java.util.SortedMap;

/**
 * How far a request is from agreement, with reasons.
 *
 * @param reasons what is missing; empty when agreed
 * @param policies each policy that must be met, as bound first, then live ones that differ
 * @param uncounted the standing votes that count nowhere, and why not
 */
public record Assessment(
    List<Reason> reasons, List<Progress> policies, SortedMap<PersonId, String> uncounted) {

  public boolean agreed() {
    return reasons.isEmpty();
  }

  /**
   * One policy.
   *
   * @param counted the filled seats of each of its requirements, in their order
   */
  public record Progress(BoundPolicy policy, List<Integer> counted) {}
}
