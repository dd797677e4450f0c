package io.countersign.proposal;

import io.countersign.document.Document;
import io.countersign.document.Member;
import io.countersign.revision.Base;
import io.countersign.revision.Mac;
import io.countersign.revision.Nonce;
import io.countersign.revision.Operation;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares one operation with what a document holds now. */
final class Match {
  private Match() {}

  /** What an operation on a key of the document is written against. */
  static Base base(Document now, String key, Nonce nonce) {
    Member member = now.member(key);
    return member == null ? new Base.Absent() : new Base.Present(nonce.bind(member.canonical()));
  }

  /** Whether all that the operation was written against is as it was. */
  static boolean unchanged(Wanted.Want want, Document now) {
    Nonce nonce = want.sealing().base();
    return switch (want.operation()) {
      case Operation.Valued valued -> is(valued.base(), nonce, now.member(valued.key()));
      case Operation.Delete delete -> is(delete.base(), nonce, now.member(delete.key()));
      case Operation.Rename rename ->
          is(rename.base(), nonce, now.member(rename.key()))
              && is(rename.targetBase(), want.sealing().target(), now.member(rename.to()));
      case Operation.Remove remove -> Inventory.of(now, nonce).equals(remove.base());
    };
  }

  /**
   * Whether the document already is as the operation wants it, all operations applied at once.
   *
   * @param given the keys that get a value by any of the operations: those need not be gone
   */
  static boolean holds(Wanted.Want want, Set<String> given, Document now) {
    return switch (want.operation()) {
      case Operation.Valued valued -> {
        Member member = now.member(valued.key());
        yield member != null
            && (member.kind() == valued.kind() || now.plainText())
            && member.text().equals(want.sealing().text());
      }
      case Operation.Delete delete -> left(delete.key(), given, now);
      case Operation.Rename rename ->
          is(rename.base(), want.sealing().base(), now.member(rename.to()))
              && left(rename.key(), given, now);
      case Operation.Remove _ -> now.members().isEmpty();
    };
  }

  /** The keys in which the document is not as it was. */
  static List<String> changed(Wanted.Want want, Document now) {
    return switch (want.operation()) {
      case Operation.Valued valued -> List.of(valued.key());
      case Operation.Delete delete -> List.of(delete.key());
      case Operation.Rename rename -> List.of(rename.key());
      case Operation.Remove remove ->
          Inventory.differing(remove.base(), Inventory.of(now, want.sealing().base()));
    };
  }

  /** Whether nothing is left of what stood under a key, as far as its name can tell. */
  private static boolean left(String key, Set<String> given, Document now) {
    return given.contains(key) || now.member(key) == null;
  }

  private static boolean is(Base base, Nonce nonce, @Nullable Member member) {
    return switch (base) {
      case Base.Absent() -> member == null;
      case Base.Present(Mac mac) -> member != null && mac.equals(nonce.bind(member.canonical()));
    };
  }
}
