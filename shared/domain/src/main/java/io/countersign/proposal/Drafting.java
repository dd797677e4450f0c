package io.countersign.proposal;

import io.countersign.document.Document;
import io.countersign.document.EditResult;
import io.countersign.project.DocumentId;
import io.countersign.revision.DocumentBase;
import io.countersign.revision.Operation;
import io.countersign.revision.Sealing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;

/** Makes a draft of a change set, or says everything that is wrong with it. */
public final class Drafting {
  /** What came of it. */
  public sealed interface Result {
    record Drafted(Draft draft) implements Result {}

    /** Nothing can be submitted; at least one problem. */
    record Invalid(List<Problem> problems) implements Result {}
  }

  private Drafting() {}

  /**
   * Drafts the changes.
   *
   * @param found each document that the changes name
   * @param random for the nonces
   */
  public static Result draft(
      List<DocumentChange> changes, Map<DocumentId, Found> found, RandomGenerator random) {
    List<Problem> problems = new ArrayList<>(Limits.check(changes, found));
    for (DocumentChange change : changes) {
      problems.addAll(
          switch (change) {
            case DocumentChange.OfKeys keys -> inapplicable(keys, found(found, change).content());
            case DocumentChange.Removal removal -> missing(removal, found(found, change).base());
          });
    }
    return problems.isEmpty()
        ? new Result.Drafted(bound(changes, found, random))
        : new Result.Invalid(problems);
  }

  private static Draft bound(
      List<DocumentChange> changes, Map<DocumentId, Found> found, RandomGenerator random) {
    List<Operation> operations = new ArrayList<>();
    List<Sealing> sealings = new ArrayList<>();
    List<DocumentBase> bases = new ArrayList<>();
    for (DocumentChange change :
        changes.stream().sorted(Comparator.comparing(DocumentChange::document)).toList()) {
      Found before = found(found, change);
      bases.add(before.base());
      new DocumentDraft(change, before.content(), random, operations, sealings).add();
    }
    return new Draft(operations, sealings, bases);
  }

  private static Found found(Map<DocumentId, Found> found, DocumentChange change) {
    return Objects.requireNonNull(found.get(change.document()));
  }

  private static List<Problem> missing(DocumentChange.Removal removal, DocumentBase base) {
    return base.arn() == null
        ? List.of(
            new Problem(
                removal.field() + ".deleteDocument",
                "no-such-document",
                "names a document that is not there, or waits for its deletion already"))
        : List.of();
  }

  private static List<Problem> inapplicable(DocumentChange.OfKeys change, Document before) {
    return switch (before.edit(change.edits())) {
      case EditResult.Edited _ -> List.of();
      case EditResult.Unapplicable(List<io.countersign.document.Problem> problems) ->
          problems.stream().map(each -> problem(change, each)).toList();
    };
  }

  private static Problem problem(
      DocumentChange.OfKeys change, io.countersign.document.Problem problem) {
    String key = problem.key();
    String part = "";
    if (key != null) {
      part =
          change.set().containsKey(key)
              ? ".set." + key
              : change.delete().contains(key) ? ".delete" : ".rename." + renamed(change, key);
    }
    return new Problem(change.field() + part, problem.rule().code(), problem.message());
  }

  /** The old name under which the rename stands; the key may be its old or its new one. */
  private static String renamed(DocumentChange.OfKeys change, String key) {
    return change.rename().containsKey(key)
        ? key
        : change.rename().entrySet().stream()
            .filter(rename -> rename.getValue().equals(key))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse(key);
  }
}
