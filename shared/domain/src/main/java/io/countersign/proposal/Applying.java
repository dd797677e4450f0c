package io.countersign.proposal;

import io.countersign.document.Edit;
import io.countersign.document.EditResult;
import io.countersign.document.Shown;
import io.countersign.revision.Operation;
import java.util.ArrayList;
import java.util.List;

/** Whether what is asked for can be applied to one document; if not, which field is wrong. */
record Applying(ChangeSet.OnDocument asked, Against against) {
  /** Everything that stands against it. */
  List<Problem> to(Found now) {
    List<Problem> problems = new ArrayList<>();
    for (Kept kept : asked.kept()) {
      if (asked.changes().stream().anyMatch(each -> each.excludes(kept.operation()))) {
        problems.add(
            problem(kept, "kept-and-changed", "is kept and changed; leave one of the two out"));
      } else if (kept.operation() instanceof Operation.Remove && now.base().arn() == null) {
        problems.add(
            problem(kept, "no-such-document", "is not there, or waits for its deletion already"));
      } else if (replaced(kept, now)) {
        problems.add(
            problem(
                kept,
                "document-replaced",
                "was proposed for a secret that is gone; keep it with base \"present\""));
      }
    }
    for (DocumentChange change : asked.changes()) {
      if (change instanceof DocumentChange.Removal && now.base().arn() == null) {
        problems.add(
            new Problem(
                change.field() + ".deleteDocument",
                "no-such-document",
                "names a document that is not there, or waits for its deletion already"));
      }
    }
    if (problems.isEmpty()
        && now.content().edit(edits(now))
            instanceof EditResult.Unapplicable(List<io.countersign.document.Problem> found)) {
      found.forEach(each -> problems.add(problem(each)));
    }
    return problems;
  }

  private boolean replaced(Kept kept, Found now) {
    return switch (against) {
      case PRESENT -> false;
      case UNCHANGED -> kept.base().arn() != null && !kept.base().arn().equals(now.base().arn());
    };
  }

  /** The edits; a kept value is unknown here, and the shortest text stands for it. */
  private List<Edit> edits(Found now) {
    List<Edit> edits = new ArrayList<>();
    for (DocumentChange change : asked.changes()) {
      switch (change) {
        case DocumentChange.OfKeys keys -> edits.addAll(keys.edits(now.copied()));
        case DocumentChange.Removal _ -> {}
      }
    }
    String shortest = now.content().plainText() ? "x" : "";
    for (Kept kept : asked.kept()) {
      switch (kept.operation()) {
        case Operation.Valued valued -> edits.add(new Edit.Text(valued.key(), shortest));
        case Operation.Delete delete -> edits.add(new Edit.Delete(delete.key()));
        case Operation.Rename rename -> edits.add(new Edit.Rename(rename.key(), rename.to()));
        case Operation.Remove _ -> {}
      }
    }
    return edits;
  }

  private static Problem problem(Kept kept, String rule, String words) {
    String key = Kept.key(kept.operation());
    return new Problem(
        kept.field().key(),
        rule,
        (key == null ? "" : Shown.name(key) + " of ") + kept.document() + " " + words);
  }

  private Problem problem(io.countersign.document.Problem problem) {
    String key = problem.key();
    String rule = problem.rule().code();
    for (DocumentChange change : asked.changes()) {
      if (change instanceof DocumentChange.OfKeys keys && (key == null || keys.names(key))) {
        String field = key == null ? keys.field() : keys.field(key);
        return new Problem(field, rule, problem.message());
      }
    }
    Kept.Field kept =
        asked.kept().stream()
            .filter(each -> key == null || each.names(key))
            .findFirst()
            .orElseGet(asked.kept()::getFirst)
            .field();
    return new Problem(
        key == null ? kept.document() : kept.key(),
        rule,
        "in " + asked.document() + " " + problem.message());
  }
}
