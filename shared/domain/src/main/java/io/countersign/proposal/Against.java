package io.countersign.proposal;

/** What kept operations are bound to (rule 8). */
public enum Against {
  /** What the documents hold now. */
  PRESENT,
  /** What they were bound to before: a change since then is still a conflict. */
  UNCHANGED
}
