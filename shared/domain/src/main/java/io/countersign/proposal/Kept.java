package io.countersign.proposal;

import io.countersign.document.Document;
import io.countersign.document.Kind;
import io.countersign.document.Member;
import io.countersign.project.DocumentId;
import io.countersign.revision.DocumentBase;
import io.countersign.revision.Operation;
import io.countersign.revision.Origin;
import io.countersign.revision.Sealing;
import io.countersign.revision.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An operation of the present revision that the next one takes over; its value is not seen.
 *
 * @param field where it is named in the input, for errors
 * @param origin where its value and the nonces of its bases lie
 * @param base which secret its document was
 */
public record Kept(Field field, Operation operation, Origin origin, DocumentBase base) {
  /** Where an operation is named in the input: its document and its key. */
  public record Field(String document, String key) {}

  DocumentId document() {
    return operation.document();
  }

  /** The key that the operation is listed under; that of a whole document has none. */
  static @Nullable String key(Operation operation) {
    return switch (operation) {
      case Operation.Valued valued -> valued.key();
      case Operation.Delete delete -> delete.key();
      case Operation.Rename rename -> rename.key();
      case Operation.Remove _ -> null;
    };
  }

  /** Where it copies from: one place, or none. */
  List<Source> sources() {
    return operation instanceof Operation.Copy copy ? List.of(copy.source()) : List.of();
  }

  /** Whether the key is one that it takes from or gives to. */
  boolean names(String key) {
    return operation.keys().contains(key);
  }

  /** The same operation, written against what the document holds now. */
  Operation against(Document now, Sealing sealing) {
    return switch (operation) {
      case Operation.Set set ->
          new Operation.Set(
              set.document(),
              set.key(),
              Match.base(now, set.key(), sealing.base()),
              set.value(),
              kind(set, now));
      case Operation.Copy copy ->
          new Operation.Copy(
              copy.document(),
              copy.key(),
              copy.source(),
              Match.base(now, copy.key(), sealing.base()),
              copy.value(),
              copy.kind());
      case Operation.Delete delete ->
          new Operation.Delete(
              delete.document(), delete.key(), Match.base(now, delete.key(), sealing.base()));
      case Operation.Rename rename ->
          new Operation.Rename(
              rename.document(),
              rename.key(),
              rename.to(),
              Match.base(now, rename.key(), sealing.base()),
              Match.base(now, rename.to(), sealing.target()));
      case Operation.Remove remove ->
          new Operation.Remove(remove.document(), Inventory.of(now, sealing.base()));
    };
  }

  /** Bare only where its text is known to be a token of the kind that stands there now. */
  private static Kind kind(Operation.Set kept, Document now) {
    Member member = now.member(kept.key());
    return member != null && member.kind() == kept.kind() ? kept.kind() : Kind.STRING;
  }
}
