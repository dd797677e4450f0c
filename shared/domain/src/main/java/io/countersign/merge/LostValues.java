package io.countersign.merge;

import io.countersign.explain.Reason;
import io.countersign.request.Command;
import io.countersign.revision.Landed;
import org.jspecify.annotations.Nullable;

/** What a merge comes to whose proposed values are gone or not those that were agreed on. */
public final class LostValues {
  private static final Reason REASON =
      Reason.of(
          "values-lost",
          "The proposed values are not what was agreed on, or gone: revise the request.");

  private LostValues() {}

  /** The way back, where it is certain that nothing was applied; else null. */
  public static @Nullable Plan retreat(Plan plan) {
    boolean certain =
        plan.documents().stream()
            .allMatch(
                each -> each.progress() instanceof Progress.Untouched && each.doubtful() == null);
    return certain ? plan.retreating(REASON, true) : null;
  }

  /** The truth of each document, where it is not (rule 9). */
  public static Command.Fail truth(Plan plan) {
    return new Command.Fail(
        plan.documents().stream()
            .map(each -> Reason.of("values-lost", each.document() + " " + standing(each)))
            .toList());
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
