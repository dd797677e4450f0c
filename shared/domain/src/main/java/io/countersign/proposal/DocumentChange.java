package io.countersign.proposal;

import io.countersign.document.Edit;
import io.countersign.project.DocumentId;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;

/** What was asked for on one document. */
public sealed interface DocumentChange {
  /** Where the change stands in the input, for errors, for example {@code changes[0]}. */
  String field();

  DocumentId document();

  /** Operations on its keys; they apply at once, in no order. */
  record OfKeys(
      String field,
      DocumentId document,
      SortedMap<String, String> set,
      SortedSet<String> delete,
      SortedMap<String, String> rename)
      implements DocumentChange {

    /** How many operations there are. */
    public int size() {
      return set.size() + delete.size() + rename.size();
    }

    List<Edit> edits() {
      List<Edit> edits = new ArrayList<>();
      set.forEach((key, text) -> edits.add(new Edit.Set(key, text)));
      delete.forEach(key -> edits.add(new Edit.Delete(key)));
      rename.forEach((from, to) -> edits.add(new Edit.Rename(from, to)));
      return edits;
    }

    /** Never shows the values. */
    @Override
    public String toString() {
      return "OfKeys[" + document + ", " + size() + " operations]";
    }
  }

  /** The document goes as a whole. */
  record Removal(String field, DocumentId document) implements DocumentChange {}
}
