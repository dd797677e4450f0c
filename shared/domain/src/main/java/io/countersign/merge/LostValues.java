package io.countersign.merge;

import io.countersign.explain.Reason;
import io.countersign.request.Command;
import io.countersign.revision.Landed;
import java.util.ArrayList;
import java.util.List;

/** The end of a merge whose proposed values are gone or not those that were agreed on. */
public final class LostValues {
  private static final String WORDS =
      "The proposed values are not what was agreed on, or gone: revise the request.";

  private LostValues() {}

  /** Nothing applied where that is certain; otherwise the truth of each document (rule 9). */
  public static Command end(Plan plan) {
    List<Reason> truth = new ArrayList<>();
    boolean certain = true;
    for (DocumentPlan document : plan.documents()) {
      certain &= document.progress() instanceof Progress.Untouched && document.doubtful() == null;
      truth.add(Reason.of("values-lost", document.document() + " " + standing(document)));
    }
    return certain
        ? new Command.GiveUp(Reason.of("values-lost", WORDS), true)
        : new Command.Fail(truth);
  }

  private static String standing(DocumentPlan document) {
    return switch (document.progress()) {
      case Progress.Done(Landed landed) ->
          "holds the change in version " + landed.versionId() + "; the values are gone.";
      case Progress.Intended intent ->
          "may hold the change in version " + intent.ours() + "; the values are gone.";
      case Progress.Untouched() when document.doubtful() != null ->
          "may have held version " + document.doubtful() + "; the values are gone.";
      case Progress.Untouched() -> "was not touched; the values are gone.";
    };
  }
}
