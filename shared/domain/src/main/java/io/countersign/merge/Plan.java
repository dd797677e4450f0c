package io.countersign.merge;

import io.countersign.explain.Reason;
import io.countersign.policy.Rules;
import io.countersign.project.DocumentId;
import io.countersign.project.Environment;
import io.countersign.revision.Landed;
import io.countersign.revision.Revision;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The plan of a merge, kept in the request's state while it is MERGING.
 *
 * @param retreat why nothing is to be applied any more, or null while it goes forward
 */
public record Plan(Lease lease, List<DocumentPlan> documents, @Nullable Retreat retreat) {
  /**
   * Why the merge turned back; decided in a fenced transaction, after which nobody goes forward.
   *
   * @param dead whether the revision can never be merged
   */
  public record Retreat(Reason reason, boolean dead) {}

  /** How far a merge has come that is under way. */
  public enum Phase {
    /** Every document is read and its new version written beside; nothing is live. */
    PREPARING,
    /** From the first document that may be live to the last. */
    WRITING,
    /** What may be live is taken away again. */
    TURNING_BACK
  }

  /** A plan that nobody carries out yet. */
  public static Plan of(Lease lease, List<DocumentPlan> documents) {
    return new Plan(lease, documents, null);
  }

  /** The plan to apply a revision to the secrets of its project's environments. */
  public static Plan of(Revision revision, Rules rules, Lease lease) {
    return of(
        lease,
        revision.touched().stream()
            .map(
                document -> {
                  Environment environment =
                      Objects.requireNonNull(rules.environments().get(document.environment()));
                  return DocumentPlan.of(
                      document,
                      environment.secretPrefix().secretName(document.path()),
                      environment.kmsKeyArn());
                })
            .toList());
  }

  /**
   * The names of the secrets that are to be locked: those that it changes. One that AWS refuses to
   * delete keeps nobody waiting until that is tried again.
   */
  public List<String> secrets() {
    return documents.stream()
        .filter(each -> !each.refused())
        .map(DocumentPlan::secretName)
        .toList();
  }

  /** What everything landed for, but AWS refuses to delete. */
  public List<DocumentId> undeleted() {
    return documents.stream().filter(DocumentPlan::refused).map(DocumentPlan::document).toList();
  }

  /** Where it is by what was recorded: the step after that may have been taken. */
  public Phase phase() {
    if (retreat != null) {
      return Phase.TURNING_BACK;
    }
    boolean prepared =
        documents.stream()
            .map(DocumentPlan::progress)
            .noneMatch(
                each -> each instanceof Progress.Untouched || each instanceof Progress.Reopened);
    return prepared ? Phase.WRITING : Phase.PREPARING;
  }

  /**
   * What is left to do once everything landed: emptied secrets are to be deleted, and stay locked
   * until they are. A plan without documents is over.
   */
  public Plan afterwards() {
    List<DocumentPlan> left = new ArrayList<>();
    for (DocumentPlan each : documents) {
      if (retreat == null
          && each.progress() instanceof Progress.Done(Landed landed, _)
          && landed.fate() == Landed.Fate.REMOVED) {
        left.add(each.with(new Progress.Removed(landed)));
      }
    }
    return new Plan(lease, left, retreat);
  }

  /** Whether everything landed, and only secrets are left that are to be deleted. */
  boolean landed() {
    return documents.stream().allMatch(each -> each.progress() instanceof Progress.Removed);
  }

  /** For the next holder. */
  public Plan with(Lease next) {
    return new Plan(next, documents.stream().map(DocumentPlan::tried).toList(), retreat);
  }

  /** Taken up again after it failed, to be brought to its end: forward, over every document. */
  public Plan forward(Lease next) {
    return new Plan(next, documents.stream().map(DocumentPlan::reopened).toList(), null);
  }

  Plan with(DocumentPlan document) {
    return new Plan(
        lease,
        documents.stream()
            .map(each -> each.document().equals(document.document()) ? document : each)
            .toList(),
        retreat);
  }

  Plan without(DocumentPlan document) {
    return new Plan(
        lease, documents.stream().filter(each -> !each.equals(document)).toList(), retreat);
  }

  Plan retreating(Reason reason, boolean dead) {
    return new Plan(lease, documents, new Retreat(reason, dead));
  }
}
