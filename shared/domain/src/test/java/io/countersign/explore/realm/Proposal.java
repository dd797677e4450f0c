package io.countersign.explore.realm;

import io.countersign.project.DocumentId;
import java.util.List;
import java.util.Set;

/**
 * What a request is about: it sets one key of each document to a value of its own, or takes the
 * document away.
 *
 * @param documents of its first revision
 * @param leaving those of them that it takes away
 */
public record Proposal(List<DocumentId> documents, String key, Set<DocumentId> leaving) {
  public Proposal(List<DocumentId> documents, String key) {
    this(documents, key, Set.of());
  }

  /** The value that a revision of a request sets. */
  public static String value(int request, int revision) {
    return mark(request) + revision;
  }

  /** How all values of a request begin. */
  public static String mark(int request) {
    return "ours-" + (request + 1) + "-";
  }

  /** Whether it takes the document away. */
  public boolean takes(DocumentId document) {
    return leaving.contains(document);
  }

  /** Whether a key of a document is its business. */
  public boolean concerns(DocumentId document, String name) {
    return takes(document) || key.equals(name);
  }

  /** What its keys in a document are to hold; the empty text for nothing. */
  public String ours(int request, int revision, DocumentId document) {
    return takes(document) ? "" : value(request, revision);
  }
}
