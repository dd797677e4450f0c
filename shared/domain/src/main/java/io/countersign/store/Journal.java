package io.countersign.store;

import io.countersign.audit.Recorded;
import io.countersign.journal.Tip;
import io.countersign.project.ProjectId;
import java.util.List;

/**
 * The deeds of each project, in the order in which they were written; those of the organisation are
 * on {@link ProjectId#ORGANISATION}, and are written with the entries that they tell of.
 */
public interface Journal {
  /** Where the project's journal ends. */
  Tip tip(ProjectId project);

  /**
   * Writes the next deed.
   *
   * @return false when the tip or a counter is not as read any more: read again and decide again
   */
  boolean write(Note note);

  /** Deeds behind a sequence number, as they lie there, in order. */
  List<Recorded> records(ProjectId project, long after, int limit);

  /** The name of a project's journal among all hash chains; no request has such a name. */
  static String name(ProjectId project) {
    return project + "/journal";
  }
}
