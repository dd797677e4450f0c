package io.countersign.request;

/** What a vote says. */
public enum Decision {
  APPROVE,
  REJECT
}
