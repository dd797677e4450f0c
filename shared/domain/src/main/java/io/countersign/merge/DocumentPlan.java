package io.countersign.merge;

import io.countersign.project.DocumentId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The plan for one document.
 *
 * @param created the version of {@code {}} that this merge made where there was no secret, or null
 * @param earlier moves of a failed merge that was told to finish, which were never undone
 * @param refusals how often the compare-and-swap was refused
 */
public record DocumentPlan(
    DocumentId document,
    String secretName,
    @Nullable String kmsKeyArn,
    Progress progress,
    @Nullable String created,
    List<Progress.Intended> earlier,
    int refusals) {

  public static DocumentPlan of(
      DocumentId document, String secretName, @Nullable String kmsKeyArn) {
    return new DocumentPlan(
        document, secretName, kmsKeyArn, new Progress.Untouched(), null, List.of(), 0);
  }

  DocumentPlan with(Progress next) {
    return new DocumentPlan(document, secretName, kmsKeyArn, next, created, earlier, refusals);
  }

  DocumentPlan createdAs(String version) {
    return new DocumentPlan(document, secretName, kmsKeyArn, progress, version, earlier, refusals);
  }

  /** Back to the start, because somebody else wrote first: our move was refused. */
  DocumentPlan again() {
    return new DocumentPlan(
        document, secretName, kmsKeyArn, new Progress.Untouched(), created, earlier, refusals + 1);
  }

  /** Every move that may have made a version of ours current, and was not undone; newest first. */
  List<Progress.Intended> moves() {
    Progress.Intended own =
        switch (progress) {
          case Progress.Intended intended -> intended;
          case Progress.Done(_, Progress.Intended by) -> by;
          case Progress.Untouched _, Progress.Undone _ -> null;
        };
    if (own == null) {
      return earlier;
    }
    List<Progress.Intended> all = new ArrayList<>(List.of(own));
    all.addAll(earlier);
    return List.copyOf(all);
  }
}
