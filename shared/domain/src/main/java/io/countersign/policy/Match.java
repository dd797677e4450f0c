package io.countersign.policy;

/**
 * A policy that covers a document.
 *
 * @param target of the policy's targets the one that names the document most closely
 */
public record Match(Policy policy, Target target) {
  public Target.Rank rank() {
    return target.rank();
  }
}
