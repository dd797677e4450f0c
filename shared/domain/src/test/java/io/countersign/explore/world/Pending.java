package io.countersign.explore.world;

/** What has become of the proposed values of a request, where they wait in Secrets Manager. */
public enum Pending {
  WHOLE,
  /** Somebody with rights of their own in AWS has put others in their place. */
  FORGED,
  LOST
}
