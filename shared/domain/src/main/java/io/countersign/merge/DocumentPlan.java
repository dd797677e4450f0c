package io.countersign.merge;

import io.countersign.project.DocumentId;
import org.jspecify.annotations.Nullable;

/**
 * The plan for one document.
 *
 * @param created the version of {@code {}} that this merge made where there was no secret, or null
 * @param doubtful a version of ours of which it is not known whether it ever was current, or null
 * @param refusals how often the compare-and-swap was refused
 */
public record DocumentPlan(
    DocumentId document,
    String secretName,
    @Nullable String kmsKeyArn,
    Progress progress,
    @Nullable String created,
    @Nullable String doubtful,
    int refusals) {

  public static DocumentPlan of(
      DocumentId document, String secretName, @Nullable String kmsKeyArn) {
    return new DocumentPlan(
        document, secretName, kmsKeyArn, new Progress.Untouched(), null, null, 0);
  }

  DocumentPlan with(Progress next) {
    return new DocumentPlan(document, secretName, kmsKeyArn, next, created, doubtful, refusals);
  }

  DocumentPlan createdAs(String version) {
    return new DocumentPlan(document, secretName, kmsKeyArn, progress, version, doubtful, refusals);
  }

  /** Back to the start, because somebody else wrote first. */
  DocumentPlan again(@Nullable String inDoubt) {
    return new DocumentPlan(
        document,
        secretName,
        kmsKeyArn,
        new Progress.Untouched(),
        created,
        inDoubt == null ? doubtful : inDoubt,
        refusals + 1);
  }
}
