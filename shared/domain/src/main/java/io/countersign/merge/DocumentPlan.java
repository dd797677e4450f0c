package io.countersign.merge;

import io.countersign.project.DocumentId;
import org.jspecify.annotations.Nullable;

/**
 * The plan for one document.
 *
 * @param created the version that a document begins from, whose content counts as none: the {@code
 *     {}} that this merge makes where there is no secret, or what is current in one that it takes
 *     back from its deletion; recorded before either is done; else null
 * @param refusals how often the compare-and-swap was refused; of a document that is to be deleted,
 *     1 while AWS refuses to delete it
 */
public record DocumentPlan(
    DocumentId document,
    String secretName,
    @Nullable String kmsKeyArn,
    Progress progress,
    @Nullable String created,
    int refusals) {

  public static DocumentPlan of(
      DocumentId document, String secretName, @Nullable String kmsKeyArn) {
    return new DocumentPlan(document, secretName, kmsKeyArn, new Progress.Untouched(), null, 0);
  }

  DocumentPlan with(Progress next) {
    return new DocumentPlan(document, secretName, kmsKeyArn, next, created, refusals);
  }

  DocumentPlan createdAs(String version) {
    return new DocumentPlan(document, secretName, kmsKeyArn, progress, version, refusals);
  }

  /**
   * Left to others: what they do with the secret from now on is theirs, even if it looks as ours.
   */
  DocumentPlan parted() {
    return new DocumentPlan(document, secretName, kmsKeyArn, progress, null, refusals);
  }

  /** Back to the start, because somebody else wrote first: our move was refused. */
  DocumentPlan again() {
    return new DocumentPlan(
        document, secretName, kmsKeyArn, new Progress.Untouched(), created, refusals + 1);
  }

  /** Emptied, but AWS refuses to delete it. */
  DocumentPlan undeletable() {
    return new DocumentPlan(document, secretName, kmsKeyArn, progress, created, 1);
  }

  /** Whether AWS refuses to delete it. */
  boolean refused() {
    return progress instanceof Progress.Removed && refusals > 0;
  }

  /** For the next holder, who tries once more what AWS refused. */
  DocumentPlan tried() {
    return refused()
        ? new DocumentPlan(document, secretName, kmsKeyArn, progress, created, 0)
        : this;
  }

  /** To be brought forward once more, whatever it holds by now. */
  DocumentPlan reopened() {
    Progress.Intended live = move();
    return new DocumentPlan(
        document,
        secretName,
        kmsKeyArn,
        live == null ? new Progress.Untouched() : new Progress.Reopened(live),
        created,
        0);
  }

  /** The move that may have made a version of ours current, and was not undone; or null. */
  Progress.@Nullable Intended move() {
    return switch (progress) {
      case Progress.Intended intended -> intended;
      case Progress.Done(_, Progress.Intended by) -> by;
      case Progress.Reopened(Progress.Intended by) -> by;
      case Progress.Untouched _, Progress.Undone _, Progress.Removed _ -> null;
    };
  }
}
