package io.countersign.proposal;

import io.countersign.document.Document;
import io.countersign.document.Member;
import io.countersign.project.DocumentId;
import io.countersign.revision.Operation;
import io.countersign.revision.Revision;
import io.countersign.revision.Source;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** How much one request may hold (design §1). */
public final class Limits {
  /** Documents a request. */
  public static final int DOCUMENTS = 20;

  /** Operations a request. */
  public static final int OPERATIONS = 200;

  /** Bytes of UTF-8 of all values together. */
  public static final int VALUE_BYTES = 500 * 1024;

  /** Versions that a request copies from; each is read when it is submitted. */
  public static final int VERSIONS = 20;

  /**
   * Bytes of UTF-8 of all names of keys, and of where copies come from, together: those of as many
   * new keys as can be.
   */
  public static final int KEY_BYTES = 100 * 1024;

  /** Bytes of UTF-8 of one value: no document could hold more. */
  public static final int LARGEST_VALUE = Document.MAX_BYTES;

  /**
   * Parts that hold the values of one revision. It stands for the bytes of those that are kept: how
   * long each of them is must not be known outside of Secrets Manager.
   */
  public static final int PARTS = 100;

  private Limits() {}

  /** Whether what a revision keeps lies in too many places. */
  public static List<Problem> check(Revision next) {
    return next.partNames().size() <= PARTS
        ? List.of()
        : List.of(
            new Problem(
                "keep", "value-parts", "refers to values in more than 100 parts; send some anew"));
  }

  /** Whether it copies from too many versions: said before any of them is read. */
  public static List<Problem> versions(ChangeSet asked) {
    return asked.sources().stream().map(Source::version).distinct().count() <= VERSIONS
        ? List.of()
        : List.of(
            new Problem("changes", "versions", "copies from more than 20 versions of documents"));
  }

  /**
   * Everything that is too much or too little; a document that goes counts as all of its keys.
   *
   * @param found the documents as they were found
   */
  public static List<Problem> check(ChangeSet asked, Map<DocumentId, Found> found) {
    List<Problem> problems = new ArrayList<>();
    int operations = 0;
    long keyBytes = 0;
    long valueBytes = 0;
    for (Kept kept : asked.kept()) {
      List<String> keys =
          kept.operation() instanceof Operation.Remove
              ? names(kept.document(), found)
              : kept.operation().keys();
      operations += kept.operation() instanceof Operation.Remove ? Math.max(1, keys.size()) : 1;
      keyBytes += bytes(keys) + places(kept.sources());
    }
    for (DocumentChange change : asked.changes()) {
      switch (change) {
        case DocumentChange.OfKeys keys -> {
          operations += keys.size();
          keyBytes += bytes(names(keys)) + places(keys.copy().values());
          valueBytes += bytes(keys.set().values()) + copied(keys, found);
          problems.addAll(tooLarge(keys));
        }
        case DocumentChange.Removal removal -> {
          List<String> keys = names(removal.document(), found);
          operations += Math.max(1, keys.size());
          keyBytes += bytes(keys);
        }
      }
    }
    if (operations == 0) {
      problems.add(new Problem("changes", "empty", "holds no operation"));
    }
    if (asked.byDocument().size() > DOCUMENTS) {
      problems.add(new Problem("changes", "documents", "names more than 20 documents"));
    }
    if (operations > OPERATIONS) {
      problems.add(
          new Problem(
              "changes",
              "operations",
              "holds more than 200 operations; a document that is deleted counts as its keys"));
    }
    if (keyBytes > KEY_BYTES) {
      problems.add(
          new Problem(
              "changes",
              "key-bytes",
              "holds more than 100 KB of names of keys, and of where copies come from"));
    }
    if (valueBytes > VALUE_BYTES) {
      problems.add(new Problem("changes", "value-bytes", "holds more than 500 KB of values"));
    }
    return problems;
  }

  private static List<Problem> tooLarge(DocumentChange.OfKeys change) {
    List<Problem> problems = new ArrayList<>();
    change
        .set()
        .forEach(
            (key, value) -> {
              long length = bytes(List.of(value));
              if (length > LARGEST_VALUE) {
                problems.add(
                    new Problem(
                        change.field() + ".set." + key,
                        "value-size",
                        "has " + length + " bytes of UTF-8; at most 65536 fit"));
              }
            });
    return problems;
  }

  private static List<String> names(DocumentId document, Map<DocumentId, Found> found) {
    return Objects.requireNonNull(found.get(document)).content().members().stream()
        .map(Member::name)
        .toList();
  }

  private static List<String> names(DocumentChange.OfKeys change) {
    return Stream.of(
            change.set().keySet(),
            change.delete(),
            change.rename().keySet(),
            change.rename().values(),
            change.copy().keySet())
        .flatMap(Collection::stream)
        .toList();
  }

  private static long copied(DocumentChange.OfKeys change, Map<DocumentId, Found> found) {
    return change.copy().isEmpty()
        ? 0
        : bytes(
            Objects.requireNonNull(found.get(change.document())).copied().values().stream()
                .map(Member::text)
                .toList());
  }

  /** What it takes to say where copies come from. */
  private static long places(Collection<Source> sources) {
    return bytes(
        sources.stream()
            .flatMap(each -> Stream.of(each.document().path().value(), each.key()))
            .toList());
  }

  private static long bytes(Collection<String> texts) {
    return texts.stream().mapToLong(each -> each.getBytes(StandardCharsets.UTF_8).length).sum();
  }
}
