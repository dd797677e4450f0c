package io.countersign.notify.letter;

import io.countersign.revision.Base;
import io.countersign.revision.Operation;
import java.util.List;

/**
 * One changed key; values are not in it.
 *
 * @param kind {@code added}, {@code changed}, {@code removed} or {@code renamed}
 * @param detail the kind, and for a renamed key its new name
 */
public record Change(String key, String kind, String detail) {
  /** What an operation changes; a document that goes takes all of its keys with it. */
  static List<Change> of(Operation operation) {
    return switch (operation) {
      case Operation.Set set ->
          List.of(of(set.key(), set.base() instanceof Base.Absent ? "added" : "changed"));
      case Operation.Delete delete -> List.of(of(delete.key(), "removed"));
      case Operation.Rename rename ->
          List.of(
              new Change(
                  Said.name(rename.key()), "renamed", "renamed to " + Said.name(rename.to())));
      case Operation.Remove remove ->
          remove.keys().stream().map(key -> of(key, "removed")).toList();
    };
  }

  private static Change of(String key, String kind) {
    return new Change(Said.name(key), kind, kind);
  }
}
