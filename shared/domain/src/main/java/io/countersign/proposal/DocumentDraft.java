package io.countersign.proposal;

import io.countersign.document.Document;
import io.countersign.document.Member;
import io.countersign.project.DocumentId;
import io.countersign.revision.Base;
import io.countersign.revision.Nonce;
import io.countersign.revision.Operation;
import io.countersign.revision.Sealing;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Binds the operations on one document to what they were written against. */
final class DocumentDraft {
  private final DocumentChange change;
  private final Document before;
  private final RandomGenerator random;
  private final List<Operation> operations;
  private final List<Sealing> sealings;

  DocumentDraft(
      DocumentChange change,
      Document before,
      RandomGenerator random,
      List<Operation> operations,
      List<Sealing> sealings) {
    this.change = change;
    this.before = before;
    this.random = random;
    this.operations = operations;
    this.sealings = sealings;
  }

  void add() {
    switch (change) {
      case DocumentChange.OfKeys keys -> add(keys);
      case DocumentChange.Removal(_, DocumentId document) ->
          operations.add(new Operation.Remove(document, Inventory.of(before, seal(null).base())));
    }
  }

  private void add(DocumentChange.OfKeys keys) {
    for (String key : keys.delete()) {
      Sealing sealing = seal(null);
      operations.add(new Operation.Delete(keys.document(), key, base(key, sealing.base())));
    }
    for (Map.Entry<String, String> rename : keys.rename().entrySet()) {
      Sealing sealing = seal(null);
      operations.add(
          new Operation.Rename(
              keys.document(),
              rename.getKey(),
              rename.getValue(),
              base(rename.getKey(), sealing.base()),
              base(rename.getValue(), sealing.target())));
    }
    for (Map.Entry<String, String> set : keys.set().entrySet()) {
      Sealing sealing = seal(set.getValue());
      operations.add(
          new Operation.Set(
              keys.document(),
              set.getKey(),
              base(set.getKey(), sealing.base()),
              sealing.bound(),
              before.kindOf(set.getKey(), set.getValue())));
    }
  }

  private Sealing seal(@Nullable String text) {
    Sealing sealing = new Sealing(Nonce.from(random), Nonce.from(random), Nonce.from(random), text);
    sealings.add(sealing);
    return sealing;
  }

  private Base base(String key, Nonce nonce) {
    Member member = before.member(key);
    return member == null ? new Base.Absent() : new Base.Present(nonce.bind(member.canonical()));
  }
}
