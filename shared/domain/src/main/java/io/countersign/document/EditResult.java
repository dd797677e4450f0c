package io.countersign.document;

import java.util.List;

/** What applying edits comes to. */
public sealed interface EditResult {
  /** The edits apply; the document is within {@link Document#MAX_BYTES} and reads back as it is. */
  record Edited(Document document) implements EditResult {}

  /** The edits do not apply; at least one problem. */
  record Unapplicable(List<Problem> problems) implements EditResult {
    /** Takes its own copy of the list. */
    public Unapplicable {
      problems = List.copyOf(problems);
    }
  }
}
