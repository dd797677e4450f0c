package io.countersign.request;

/** What a request proposes. */
public enum Kind {
  /** A change set over secrets. */
  SECRETS
}
