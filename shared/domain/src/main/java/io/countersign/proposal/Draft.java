package io.countersign.proposal;

import io.countersign.project.DocumentId;
import io.countersign.revision.DocumentBase;
import io.countersign.revision.Operation;
import io.countersign.revision.Origin;
import io.countersign.revision.Revision;
import io.countersign.revision.Sealing;
import java.util.List;
import java.util.SortedSet;

/**
 * A checked change set, bound to what it was written against.
 *
 * @param operations sorted by document, kind and key
 * @param origins where the values will be, one for each operation, in the same order
 * @param sealings the batch that it has of its own; they go to Secrets Manager only
 */
public record Draft(
    List<Operation> operations,
    List<Origin> origins,
    List<Sealing> sealings,
    List<DocumentBase> documents) {
  /** The documents whose policies have a say: those that it touches, and those it copies from. */
  public SortedSet<DocumentId> governed() {
    return Revision.governed(documents, operations);
  }
}
