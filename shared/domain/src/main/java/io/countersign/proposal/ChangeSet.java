package io.countersign.proposal;

import io.countersign.project.DocumentId;
import io.countersign.revision.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * All that a revision is to hold.
 *
 * @param changes asked for with their values, at most one for each document
 * @param kept of the revision before
 * @param against what the kept ones are bound to
 */
public record ChangeSet(List<DocumentChange> changes, List<Kept> kept, Against against) {
  /** The first of a request. */
  public static ChangeSet of(List<DocumentChange> changes) {
    return new ChangeSet(changes, List.of(), Against.PRESENT);
  }

  /** Where it copies from, by those who ask and by what is kept. */
  public List<Source> sources() {
    List<Source> sources = new ArrayList<>();
    changes.forEach(each -> sources.addAll(each.copy().values()));
    kept.forEach(each -> sources.addAll(each.sources()));
    return sources;
  }

  /** What it does to each document, sorted. */
  public List<OnDocument> byDocument() {
    SortedSet<DocumentId> documents = new TreeSet<>();
    changes.forEach(each -> documents.add(each.document()));
    kept.forEach(each -> documents.add(each.document()));
    return documents.stream().map(this::on).toList();
  }

  private OnDocument on(DocumentId document) {
    return new OnDocument(
        document,
        changes.stream().filter(each -> each.document().equals(document)).toList(),
        kept.stream().filter(each -> each.document().equals(document)).toList());
  }

  /**
   * What it does to one document.
   *
   * @param changes one, or none where operations are only kept
   */
  public record OnDocument(DocumentId document, List<DocumentChange> changes, List<Kept> kept) {
    /** Where the document is named in the input. */
    public String field() {
      return changes.isEmpty()
          ? kept.getFirst().field().document()
          : changes.getFirst().field() + ".path";
    }
  }
}
