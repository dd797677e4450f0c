package io.countersign.merge;

import io.countersign.request.Command;
import java.util.Set;

/** The one next thing to do, or one of several that do not depend on each other. */
sealed interface Action {
  /** A call about one document, which leaves nothing but what is observed. */
  sealed interface Call extends Action {
    DocumentPlan document();
  }

  /** Read the secret; for a change, also whether it can take more versions. */
  record Look(DocumentPlan document, Why why) implements Call {}

  /** Read versions by their ids. */
  record Recall(DocumentPlan document, String arn, Set<String> versions) implements Call {}

  /** Create it as {@code {}}, as is recorded. */
  record Create(DocumentPlan document) implements Call {}

  /** Take it back from its deletion, as is recorded. */
  record Restore(DocumentPlan document, String arn) implements Call {}

  /** Put our version beside the base. */
  record Stage(DocumentPlan document, Why why, String arn, String base, String text)
      implements Call {
    /** Never shows the text. */
    @Override
    public String toString() {
      return "Stage[" + document.document() + ", " + why + ", " + base + "]";
    }
  }

  /** What a look, or a version of ours, is for. */
  enum Why {
    CHANGE,
    UNDO
  }

  /** Compare and swap. */
  record Swap(DocumentPlan document, String arn, String from, String to) implements Call {}

  /** Take away what this merge created and left empty. */
  record Discard(DocumentPlan document, String arn) implements Call {}

  /** Record the plan, fenced. */
  record Note(Plan plan) implements Action {}

  /** Commit the end, with how far each document came. */
  record End(Command command, Plan plan) implements Action {}
}
