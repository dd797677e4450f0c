package io.countersign.proposal;

import io.countersign.project.DocumentId;
import io.countersign.revision.Base;
import io.countersign.revision.DocumentBase;
import io.countersign.revision.Operation;
import io.countersign.revision.Revision;
import io.countersign.revision.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What takes back what a merged revision did: every key gets what it held when the revision was
 * written, from the version of then, without anybody seeing it; a key that was not there goes. The
 * merge has proven that the keys held the same at its time.
 */
public final class Inverse {
  private final Revision merged;
  private final SortedMap<DocumentId, @Nullable String> versions = new TreeMap<>();

  private Inverse(Revision merged) {
    this.merged = merged;
    for (DocumentBase base : merged.documents()) {
      versions.put(base.document(), base.versionId());
    }
  }

  /** The changes, one for each document that it touched. */
  public static List<DocumentChange> of(Revision merged) {
    return new Inverse(merged).changes();
  }

  private List<DocumentChange> changes() {
    List<DocumentChange> changes = new ArrayList<>();
    for (DocumentId document : versions.keySet()) {
      SortedSet<String> delete = new TreeSet<>();
      SortedMap<String, Source> copy = new TreeMap<>();
      for (Operation operation : merged.operations()) {
        if (operation.document().equals(document)) {
          held(operation).forEach((key, base) -> back(document, key, base, delete, copy));
        }
      }
      changes.add(
          new DocumentChange.OfKeys(
              "changes[" + changes.size() + "]",
              document,
              new TreeMap<>(),
              delete,
              new TreeMap<>(),
              copy));
    }
    return changes;
  }

  private void back(
      DocumentId document,
      String key,
      Base base,
      SortedSet<String> delete,
      SortedMap<String, Source> copy) {
    String version = versions.get(document);
    if (base instanceof Base.Present && version != null) {
      copy.put(key, new Source(new Source.Version(document, version), key));
      delete.remove(key);
    } else if (!copy.containsKey(key)) {
      delete.add(key);
    }
  }

  /** The keys that it touched, and what they held before. */
  private static Map<String, Base> held(Operation operation) {
    return switch (operation) {
      case Operation.Valued valued -> Map.of(valued.key(), valued.base());
      case Operation.Delete delete -> Map.of(delete.key(), delete.base());
      case Operation.Rename rename ->
          Map.of(rename.key(), rename.base(), rename.to(), rename.targetBase());
      case Operation.Remove remove -> {
        SortedMap<String, Base> all = new TreeMap<>();
        remove.base().forEach((key, mac) -> all.put(key, new Base.Present(mac)));
        yield all;
      }
    };
  }
}
