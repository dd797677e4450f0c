package io.countersign.query.documents;

import io.countersign.json.InvalidField;
import io.countersign.project.DocumentId;
import io.countersign.project.Environment;
import io.countersign.project.ProjectId;
import io.countersign.revision.RequestId;
import io.countersign.store.Neighbours;
import io.countersign.vault.Inventory;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a list may have to show, by path: the secrets that are said to be there, and the documents
 * that open requests are on.
 *
 * @param changed when each secret was last changed, or null for a document that is in requests only
 * @param open the requests on each, the newest first
 */
record Candidates(
    SortedMap<DocumentId, @Nullable Instant> changed, Map<DocumentId, List<RequestId>> open) {

  /** Those that are asked for, behind what was shown before. */
  static Candidates of(
      ProjectId project,
      Environment environment,
      DocumentFilters filters,
      Inventory inventory,
      Neighbours neighbours) {
    SortedMap<DocumentId, @Nullable Instant> changed = new TreeMap<>();
    changed.putAll(secrets(environment, filters, inventory));
    Map<DocumentId, List<RequestId>> open =
        neighbours.under(project, environment.id(), filters.beginning());
    open.keySet().forEach(each -> changed.putIfAbsent(each, null));
    changed.keySet().removeIf(each -> !filters.follows(each.path()));
    return new Candidates(changed, open);
  }

  private static SortedMap<DocumentId, Instant> secrets(
      Environment environment, DocumentFilters filters, Inventory inventory) {
    String prefix = environment.secretPrefix().value();
    SortedMap<String, Instant> names = inventory.under(prefix + filters.beginning().substring(1));
    if (names == null) {
      throw new InvalidField(
          "path", "too-many-documents", "must be narrower: more than " + Inventory.MOST + " match");
    }
    SortedMap<DocumentId, Instant> secrets = new TreeMap<>();
    names.forEach(
        (name, at) -> {
          DocumentId document = environment.document(name);
          // One whose name is no path of ours cannot be proposed to, either.
          if (document != null) {
            secrets.put(document, at);
          }
        });
    return secrets;
  }

  /** Those for which it holds. */
  Candidates where(Predicate<DocumentId> test) {
    SortedMap<DocumentId, @Nullable Instant> some = new TreeMap<>(changed);
    some.keySet().removeIf(test.negate());
    return new Candidates(some, open);
  }

  boolean isEmpty() {
    return changed.isEmpty();
  }

  boolean isLast(DocumentId document) {
    return document.equals(changed.lastKey());
  }

  List<DocumentId> first(int most) {
    return changed.keySet().stream().limit(most).toList();
  }

  @Nullable Instant changed(DocumentId document) {
    return changed.get(document);
  }

  /** The requests on these. */
  Map<DocumentId, List<RequestId>> open(Collection<DocumentId> documents) {
    Map<DocumentId, List<RequestId>> some = new TreeMap<>(open);
    some.keySet().retainAll(documents);
    return some;
  }
}
