package io.countersign.revision;

/** What a request proposes. */
public enum Kind {
  /** A change set over secrets. */
  SECRETS
}
