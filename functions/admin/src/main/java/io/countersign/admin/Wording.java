package io.countersign.admin;

import io.countersign.revision.Revision;
import org.jspecify.annotations.Nullable;

/**
 * How the author of a change of rules puts it to its approvers.
 *
 * @param title or null for what the change says itself
 */
record Wording(@Nullable String title, String message) {
  static final Wording NONE = new Wording(null, "");

  /** As a revision has it. */
  static Wording of(Revision revision) {
    return new Wording(revision.title(), revision.message());
  }
}
