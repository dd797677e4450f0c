package io.countersign.merge;

import io.countersign.revision.Landed;
import org.jspecify.annotations.Nullable;

/** How far the merge of one document is, as recorded before the step that follows. */
public sealed interface Progress {
  /** Nothing of ours can be current. */
  record Untouched() implements Progress {}

  /** {@code AWSCURRENT} is about to move, or has moved, from the base to ours. */
  record Intended(String arn, String base, String ours) implements Progress {}

  /**
   * The document holds the change.
   *
   * @param by the move that brought it
   */
  record Done(Landed landed, Intended by) implements Progress {}

  /**
   * Turned back: nothing of ours is live.
   *
   * @param versionId the current version when that was seen, or null when there was none
   */
  record Undone(@Nullable String versionId) implements Progress {}

  /**
   * To be looked at afresh, because a merge that failed is taken up again.
   *
   * @param by the move of before, which may be live
   */
  record Reopened(Intended by) implements Progress {}

  /** The request is merged, and the emptied secret is to be deleted. */
  record Removed(Landed landed) implements Progress {}
}
