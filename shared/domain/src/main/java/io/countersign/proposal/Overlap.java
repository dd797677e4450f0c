package io.countersign.proposal;

import io.countersign.project.DocumentId;
import io.countersign.revision.Operation;
import io.countersign.revision.Revision;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What two revisions both change: names only, so that it says nothing of their values. */
public final class Overlap {
  private Overlap() {}

  /**
   * The keys that both touch, by document. Who takes a document away touches every key that the
   * other one does.
   */
  public static SortedMap<DocumentId, SortedSet<String>> of(Revision one, Revision other) {
    SortedMap<DocumentId, SortedSet<String>> all = new TreeMap<>();
    for (DocumentId document : one.touched()) {
      List<Operation> ours = one.on(document);
      List<Operation> theirs = other.on(document);
      SortedSet<String> both = keys(removes(ours) ? theirs : ours);
      if (!removes(theirs)) {
        both.retainAll(keys(theirs));
      }
      if (!both.isEmpty()) {
        all.put(document, both);
      }
    }
    return all;
  }

  private static boolean removes(List<Operation> operations) {
    return operations.stream().anyMatch(Operation.Remove.class::isInstance);
  }

  private static SortedSet<String> keys(List<Operation> operations) {
    return operations.stream()
        .flatMap(each -> each.keys().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
