package io.countersign.revision;

/** What an operation was written against (rule 8). */
public sealed interface Base {
  /** The key was not there. */
  record Absent() implements Base {}

  /** The key held the value with this binding. */
  record Present(Mac mac) implements Base {}
}
