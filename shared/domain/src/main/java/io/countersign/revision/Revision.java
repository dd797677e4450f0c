package io.countersign.revision;

import io.countersign.directory.ActorId;
import io.countersign.policy.BoundPolicy;
import io.countersign.project.DocumentId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * An immutable, sealed version of a proposal (rule 1).
 *
 * @param number from 1
 * @param token random; names the place of its values
 * @param authors of this and all earlier revisions
 * @param operations sorted by document, kind and key
 * @param documents one for each touched document, sorted
 * @param policies as bound when it was made; empty when nothing governed the documents
 * @param parts where its values are, in the order of the operations
 */
public record Revision(
    RequestId request,
    int number,
    String token,
    SortedSet<ActorId> authors,
    String title,
    String message,
    List<Operation> operations,
    List<DocumentBase> documents,
    List<BoundPolicy> policies,
    List<Part> parts,
    Instant madeAt,
    Digest digest) {

  /** The first revision of a request, sealed; its values have no place yet. */
  public static Revision sealed(
      RequestId request,
      String token,
      ActorId author,
      String title,
      String message,
      List<Operation> operations,
      List<DocumentBase> documents,
      List<BoundPolicy> policies,
      Instant now) {
    SortedSet<ActorId> authors = new TreeSet<>(Set.of(author));
    return new Revision(
        request,
        1,
        token,
        authors,
        title,
        message,
        operations,
        documents,
        policies,
        List.of(),
        now,
        DigestOf.revision(request, 1, authors, title, message, documents, operations));
  }

  /** The same, with its values in these places. */
  public Revision with(List<Part> places) {
    return new Revision(
        request,
        number,
        token,
        authors,
        title,
        message,
        operations,
        documents,
        policies,
        places,
        madeAt,
        digest);
  }

  /** The digest over what this revision says, computed afresh. */
  public Digest recomputed() {
    return DigestOf.revision(request, number, authors, title, message, documents, operations);
  }

  /** The documents that it touches. */
  public List<DocumentId> touched() {
    return documents.stream().map(DocumentBase::document).toList();
  }
}
