package io.countersign.merge;

import io.countersign.revision.Landed;

/** How far the merge of one document is, as recorded before the step that follows. */
public sealed interface Progress {
  /** Nothing of ours can be current. */
  record Untouched() implements Progress {}

  /** {@code AWSCURRENT} is about to move, or has moved, from the base to ours. */
  record Intended(String arn, String base, String ours) implements Progress {}

  /** The document holds the change. */
  record Done(Landed landed) implements Progress {}
}
