package io.countersign.explain;

import io.countersign.directory.PersonId;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One thing that stands in the way, in the words that every surface shows (rule 12).
 *
 * @param code stable, for programs
 * @param clearedBy who could clear it; empty when nobody can
 */
public record Reason(String code, String message, SortedSet<PersonId> clearedBy) {
  public static Reason of(String code, String message) {
    return new Reason(code, message, new TreeSet<>());
  }
}
