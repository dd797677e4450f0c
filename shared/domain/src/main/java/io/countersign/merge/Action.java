package io.countersign.merge;

import io.countersign.request.Command;

/** The one next thing to do. */
sealed interface Action {
  /** Read the secret. */
  record Look(DocumentPlan document) implements Action {}

  /** Create it as {@code {}}. */
  record Create(DocumentPlan document) implements Action {}

  /** Put our version beside the base. */
  record Stage(DocumentPlan document, String arn, String base, String text) implements Action {}

  /** Record the plan, fenced. */
  record Note(Plan plan) implements Action {}

  /** Compare and swap. */
  record Swap(DocumentPlan document, Progress.Intended intent) implements Action {}

  /** Take away what this merge created and left empty. */
  record Discard(DocumentPlan document, String arn) implements Action {}

  /** Commit the end. */
  record End(Command command) implements Action {}
}
