package io.countersign.merge;

import io.countersign.explain.Reason;
import io.countersign.revision.Remains;

/** What one document needs next. */
sealed interface Need {
  record Called(Action.Call call) implements Need {}

  /** It goes on with this being recorded. */
  record Noted(DocumentPlan document) implements Need {}

  /** Everything is prepared; with this recorded it may move. */
  record Ready(DocumentPlan intended) implements Need {}

  /** The whole merge turns back. */
  record Turned(Reason reason, boolean dead) implements Need {}

  /** Nothing more. */
  record Settled() implements Need {}

  /** Nothing more, and whatever becomes of it now is not this merge's to take away. */
  record Parted() implements Need {}

  /** Nothing more can be done, and this is the truth about it, with what is kept of it. */
  record Stuck(Remains truth, DocumentPlan document) implements Need {}
}
