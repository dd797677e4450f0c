package io.countersign.proposal;

import io.countersign.document.Edit;
import io.countersign.document.Member;
import io.countersign.project.DocumentId;
import io.countersign.revision.Operation;
import io.countersign.revision.Source;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;

/** What was asked for on one document. */
public sealed interface DocumentChange {
  /** Where the change stands in the input, for errors, for example {@code changes[0]}. */
  String field();

  DocumentId document();

  /** Where the values stand that keys are to get, by key. */
  SortedMap<String, Source> copy();

  /** Whether a kept operation of the same document cannot stand beside it. */
  boolean excludes(Operation operation);

  /** Operations on its keys; they apply at once, in no order. */
  record OfKeys(
      String field,
      DocumentId document,
      SortedMap<String, String> set,
      SortedSet<String> delete,
      SortedMap<String, String> rename,
      SortedMap<String, Source> copy)
      implements DocumentChange {
    /** Operations none of which copies. */
    public OfKeys(
        String field,
        DocumentId document,
        SortedMap<String, String> set,
        SortedSet<String> delete,
        SortedMap<String, String> rename) {
      this(field, document, set, delete, rename, Collections.emptySortedMap());
    }

    /** How many operations there are. */
    public int size() {
      return set.size() + delete.size() + rename.size() + copy.size();
    }

    /** Whether the key is one that it takes from or gives to. */
    boolean names(String key) {
      return lists(key) || rename.containsValue(key);
    }

    /** Where a key that it names stands in the input. */
    String field(String key) {
      return field
          + (set.containsKey(key)
              ? ".set." + key
              : copy.containsKey(key)
                  ? ".copy." + key
                  : delete.contains(key) ? ".delete" : ".rename." + renamed(key));
    }

    /** The old name under which the rename stands; the key may be its old or its new one. */
    private String renamed(String key) {
      return rename.containsKey(key)
          ? key
          : rename.entrySet().stream()
              .filter(each -> each.getValue().equals(key))
              .map(Map.Entry::getKey)
              .findFirst()
              .orElse(key);
    }

    @Override
    public boolean excludes(Operation operation) {
      return switch (operation) {
        case Operation.Valued valued -> lists(valued.key());
        case Operation.Delete delete -> lists(delete.key());
        case Operation.Rename rename -> lists(rename.key());
        case Operation.Remove _ -> true;
      };
    }

    private boolean lists(String key) {
      return set.containsKey(key)
          || delete.contains(key)
          || rename.containsKey(key)
          || copy.containsKey(key);
    }

    /**
     * The edits that they are.
     *
     * @param copied the members that are copied, by the key that gets their value
     */
    List<Edit> edits(Map<String, Member> copied) {
      List<Edit> edits = new ArrayList<>();
      set.forEach((key, text) -> edits.add(new Edit.Set(key, text)));
      delete.forEach(key -> edits.add(new Edit.Delete(key)));
      rename.forEach((from, to) -> edits.add(new Edit.Rename(from, to)));
      for (String key : copy.keySet()) {
        Member member = Objects.requireNonNull(copied.get(key), "was looked for");
        edits.add(Edit.Valued.written(key, member.kind(), member.text()));
      }
      return edits;
    }

    /** Never shows the values. */
    @Override
    public String toString() {
      return "OfKeys[" + document + ", " + size() + " operations]";
    }
  }

  /** The document goes as a whole. */
  record Removal(String field, DocumentId document) implements DocumentChange {
    @Override
    public SortedMap<String, Source> copy() {
      return Collections.emptySortedMap();
    }

    @Override
    public boolean excludes(Operation operation) {
      return true;
    }
  }
}
