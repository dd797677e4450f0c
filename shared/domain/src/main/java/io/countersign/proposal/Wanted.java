package io.countersign.proposal;

import io.countersign.document.Document;
import io.countersign.document.Edit;
import io.countersign.document.EditResult;
import io.countersign.document.Problem;
import io.countersign.revision.DocumentBase;
import io.countersign.revision.Landed;
import io.countersign.revision.Operation;
import io.countersign.revision.Revision;
import io.countersign.revision.Sealing;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a sealed revision wants of one document, with the values: judged against whatever the
 * document holds when it comes to merging (rule 8).
 *
 * @param base which secret it was when the revision was made
 */
public record Wanted(DocumentBase base, List<Want> wants) {
  /** One operation and what belongs to it. */
  public record Want(Operation operation, Sealing sealing) {}

  /** What came of the judgement. */
  public sealed interface Verdict {
    /** This is the document with the change. */
    record Becomes(Document document) implements Verdict {}

    /** The same, where somebody has carried out a part of it already. */
    record Completes(Document document) implements Verdict {}

    /** It holds the change already. */
    record Holds() implements Verdict {}

    /**
     * These keys changed since; sorted. At least one holds something else than what is wanted.
     * Which of them is not said: that would tell whether the others' values are equal.
     */
    record Conflicts(List<String> keys) implements Verdict {}

    /** With the change it would be longer than AWS stores. */
    record TooLarge() implements Verdict {}
  }

  /**
   * The wanted documents of a revision, in its order.
   *
   * @param sealings in the order of the operations
   * @throws IllegalArgumentException unless there is one for each operation
   */
  public static List<Wanted> of(Revision revision, List<Sealing> sealings) {
    if (sealings.size() != revision.operations().size()) {
      throw new IllegalArgumentException("not as many sealings as operations");
    }
    List<Wanted> all = new ArrayList<>();
    for (DocumentBase base : revision.documents()) {
      List<Want> wants = new ArrayList<>();
      for (int i = 0; i < sealings.size(); i++) {
        Operation operation = revision.operations().get(i);
        if (operation.document().equals(base.document())) {
          wants.add(new Want(operation, sealings.get(i)));
        }
      }
      all.add(new Wanted(base, wants));
    }
    return all;
  }

  /** Whether the stored values are those that the revision names (rule 1). */
  public boolean genuine() {
    return wants.stream()
        .allMatch(
            want ->
                !(want.operation() instanceof Operation.Valued valued)
                    || (want.sealing().text() != null
                        && valued.value().equals(want.sealing().bound())));
  }

  /** The keys that it touches, sorted. */
  public List<String> keys() {
    return wants.stream()
        .flatMap(want -> want.operation().keys().stream())
        .sorted()
        .distinct()
        .toList();
  }

  /** What is to become of the document. */
  public Landed.Fate fate() {
    return wants.stream().anyMatch(want -> want.operation() instanceof Operation.Remove)
        ? Landed.Fate.REMOVED
        : Landed.Fate.WRITTEN;
  }

  /** Whether it gives any key a value: only then a missing document is created for it. */
  public boolean creates() {
    return wants.stream().anyMatch(want -> want.operation() instanceof Operation.Valued);
  }

  /** Judges it against the document as it is now. */
  public Verdict against(Document now) {
    List<Want> left = new ArrayList<>();
    SortedSet<String> changed = new TreeSet<>();
    boolean partly = false;
    boolean conflict = false;
    for (Tied tied : Tied.of(wants)) {
      boolean holds = tied.holds(now);
      if (!tied.unchanged(now)) {
        changed.addAll(tied.changed(now));
        partly |= holds;
        conflict |= !holds;
      } else if (!holds) {
        // Where what was there is what is wanted, nothing is to be done.
        left.addAll(tied.wants());
      }
    }
    if (conflict) {
      return new Verdict.Conflicts(List.copyOf(changed));
    }
    Verdict verdict = fate() == Landed.Fate.REMOVED ? emptied(now) : edited(now, left);
    return partly && verdict instanceof Verdict.Becomes(Document document)
        ? new Verdict.Completes(document)
        : verdict;
  }

  private static Verdict emptied(Document now) {
    return now.members().isEmpty() ? new Verdict.Holds() : new Verdict.Becomes(Document.EMPTY);
  }

  private Verdict edited(Document now, List<Want> left) {
    return switch (now.edit(left.stream().map(Wanted::edit).toList())) {
      case EditResult.Edited(Document document) when document.equals(now) -> new Verdict.Holds();
      case EditResult.Edited(Document document) -> new Verdict.Becomes(document);
      case EditResult.Unapplicable(List<Problem> problems) when tooLarge(problems) ->
          new Verdict.TooLarge();
      case EditResult.Unapplicable _ -> new Verdict.Conflicts(keys());
    };
  }

  private static boolean tooLarge(List<Problem> problems) {
    return problems.stream().allMatch(each -> each.rule() == Problem.Rule.TOO_LARGE);
  }

  private static Edit edit(Want want) {
    return switch (want.operation()) {
      case Operation.Valued valued ->
          Edit.Valued.written(
              valued.key(), valued.kind(), Objects.requireNonNull(want.sealing().text()));
      case Operation.Delete delete -> new Edit.Delete(delete.key());
      case Operation.Rename rename -> new Edit.Rename(rename.key(), rename.to());
      case Operation.Remove _ -> throw new IllegalStateException("stands alone");
    };
  }

  /** Never shows the values. */
  @Override
  public String toString() {
    return "Wanted[" + base.document() + "]";
  }
}
