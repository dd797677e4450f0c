package io.countersign.notify.letter;

import io.countersign.revision.Base;
import io.countersign.revision.Operation;
import io.countersign.revision.Source;
import java.util.List;

/**
 * One changed key; values are not in it.
 *
 * @param kind {@code added}, {@code changed}, {@code removed} or {@code renamed}
 * @param detail the kind, and for a renamed key its new name, for a copied value where it is from
 */
public record Change(String key, String kind, String detail) {
  /** What an operation changes; a document that goes takes all of its keys with it. */
  static List<Change> of(Operation operation) {
    return switch (operation) {
      case Operation.Set set -> List.of(of(set.key(), kind(set)));
      case Operation.Copy copy -> List.of(copied(copy));
      case Operation.Delete delete -> List.of(of(delete.key(), "removed"));
      case Operation.Rename rename ->
          List.of(
              new Change(
                  Said.name(rename.key()), "renamed", "renamed to " + Said.name(rename.to())));
      case Operation.Remove remove ->
          remove.keys().stream().map(key -> of(key, "removed")).toList();
    };
  }

  private static String kind(Operation.Valued valued) {
    return valued.base() instanceof Base.Absent ? "added" : "changed";
  }

  private static Change copied(Operation.Copy copy) {
    Source source = copy.source();
    String kind = kind(copy);
    return new Change(
        Said.name(copy.key()),
        kind,
        "%s, copied from %s %s, version %s"
            .formatted(
                kind,
                Touched.name(source.document()),
                Said.name(source.key()),
                Said.name(source.version().id())));
  }

  private static Change of(String key, String kind) {
    return new Change(Said.name(key), kind, kind);
  }
}
