package io.countersign.request;

/** What a vote says; a retraction takes the standing vote back. */
public enum Decision {
  APPROVE,
  REJECT,
  RETRACT
}
