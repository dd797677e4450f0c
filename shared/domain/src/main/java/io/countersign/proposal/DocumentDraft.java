package io.countersign.proposal;

import io.countersign.document.Document;
import io.countersign.document.Member;
import io.countersign.project.DocumentId;
import io.countersign.revision.Base;
import io.countersign.revision.Nonce;
import io.countersign.revision.Operation;
import io.countersign.revision.Origin;
import io.countersign.revision.Place;
import io.countersign.revision.Sealing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Binds the operations on one document to what they were written against. */
final class DocumentDraft {
  private static final Comparator<Bound> ORDER =
      Comparator.<Bound, Integer>comparing(bound -> rank(bound.operation()))
          .thenComparing(bound -> bound.operation(), Comparator.comparing(DocumentDraft::key));

  private final Document before;
  private final Map<String, Member> copied;
  private final Against against;
  private final String token;
  private final RandomGenerator random;
  private final List<Sealing> sealings;
  private final List<Bound> all = new ArrayList<>();

  /**
   * A draft for one document.
   *
   * @param token of the batch that the sealings will be
   * @param sealings of the documents before it; those of this one are added
   */
  DocumentDraft(
      Found found, Against against, String token, RandomGenerator random, List<Sealing> sealings) {
    this.before = found.content();
    this.copied = found.copied();
    this.against = against;
    this.token = token;
    this.random = random;
    this.sealings = sealings;
  }

  /** An operation, and where what belongs to it lies. */
  record Bound(Operation operation, Origin origin) {}

  /** The operations, sorted by kind and key. */
  List<Bound> of(ChangeSet.OnDocument asked) {
    asked.changes().forEach(this::add);
    asked.kept().forEach(this::add);
    return all.stream().sorted(ORDER).toList();
  }

  private static int rank(Operation operation) {
    return switch (operation) {
      case Operation.Remove _ -> 0;
      case Operation.Delete _ -> 1;
      case Operation.Rename _ -> 2;
      case Operation.Set _ -> 3;
      case Operation.Copy _ -> 4;
    };
  }

  private static String key(Operation operation) {
    return Objects.requireNonNullElse(Kept.key(operation), "");
  }

  private void add(DocumentChange change) {
    switch (change) {
      case DocumentChange.OfKeys keys -> add(keys);
      case DocumentChange.Removal(_, DocumentId document) -> {
        Sealing sealing = sealing(null);
        add(new Operation.Remove(document, Inventory.of(before, sealing.base())), sealing);
      }
    }
  }

  private void add(DocumentChange.OfKeys change) {
    DocumentId document = change.document();
    for (String key : change.delete()) {
      Sealing sealing = sealing(null);
      add(new Operation.Delete(document, key, base(key, sealing.base())), sealing);
    }
    change
        .rename()
        .forEach(
            (from, to) -> {
              Sealing sealing = sealing(null);
              add(
                  new Operation.Rename(
                      document, from, to, base(from, sealing.base()), base(to, sealing.target())),
                  sealing);
            });
    change
        .set()
        .forEach(
            (key, text) -> {
              Sealing sealing = sealing(text);
              add(
                  new Operation.Set(
                      document,
                      key,
                      base(key, sealing.base()),
                      sealing.bound(),
                      before.kindOf(key, text)),
                  sealing);
            });
    change
        .copy()
        .forEach(
            (key, source) -> {
              Member member = Objects.requireNonNull(copied.get(key), "was looked for");
              Sealing sealing = sealing(member.text());
              add(
                  new Operation.Copy(
                      document,
                      key,
                      source,
                      base(key, sealing.base()),
                      sealing.bound(),
                      member.kind()),
                  sealing);
            });
  }

  private void add(Operation operation, Sealing sealing) {
    all.add(new Bound(operation, Origin.at(kept(sealing))));
  }

  private void add(Kept kept) {
    switch (against) {
      case UNCHANGED -> all.add(new Bound(kept.operation(), kept.origin()));
      case PRESENT -> rebase(kept);
    }
  }

  /** Its value stays where it is; only what it is written against is new. */
  private void rebase(Kept kept) {
    Sealing sealing = sealing(null);
    Operation operation = kept.against(before, sealing);
    // Without a nonce of its own in the digest, the same token could come to mean two texts.
    boolean nothingBound =
        switch (operation) {
          case Operation.Valued valued -> valued.base() instanceof Base.Absent;
          case Operation.Remove remove -> remove.base().isEmpty();
          case Operation.Delete _, Operation.Rename _ -> false;
        };
    all.add(
        new Bound(
            operation,
            nothingBound ? kept.origin() : new Origin(kept.origin().value(), kept(sealing))));
  }

  private Sealing sealing(@Nullable String text) {
    return new Sealing(Nonce.from(random), Nonce.from(random), Nonce.from(random), text);
  }

  private Place kept(Sealing sealing) {
    sealings.add(sealing);
    return new Place(token, sealings.size() - 1);
  }

  private Base base(String key, Nonce nonce) {
    return Match.base(before, key, nonce);
  }
}
