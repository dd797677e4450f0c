package io.countersign.explore.act;

/** One read of a command; what lies between two of them can change. */
public enum Read {
  /**
   * Who it is. Asked for together with the request; but one answer of DynamoDB's is no moment, so
   * that it may be older where it matters.
   */
  WHO,
  /** The request, its revision and the counters; and who it is unless that was read before. */
  REQUEST,
  RULES,
  DIRECTORY,
  /** The documents as they are, for a new revision. */
  SECRETS
}
