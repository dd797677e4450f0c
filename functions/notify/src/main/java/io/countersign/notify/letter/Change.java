package io.countersign.notify.letter;

import io.countersign.revision.Base;
import io.countersign.revision.Operation;

/**
 * One changed key; values are not in it.
 *
 * @param kind {@code added}, {@code changed}, {@code removed} or {@code renamed}
 * @param detail the kind, and for a renamed key its new name
 */
public record Change(String key, String kind, String detail) {
  static Change of(Operation operation) {
    String key = Said.name(operation.key());
    return switch (operation) {
      case Operation.Set set -> {
        String kind = set.base() instanceof Base.Absent ? "added" : "changed";
        yield new Change(key, kind, kind);
      }
      case Operation.Delete _ -> new Change(key, "removed", "removed");
      case Operation.Rename rename ->
          new Change(key, "renamed", "renamed to " + Said.name(rename.to()));
    };
  }
}
