package io.countersign.policy;

/** What a request proposes, and so what a policy is about. */
public enum Kind {
  /** A change set over secrets. */
  SECRETS,
  /** Access for a limited time. */
  ACCESS,
  /** Changes of whatever decides who may do what. */
  GOVERNANCE
}
