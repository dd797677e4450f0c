package io.countersign.store;

import io.countersign.directory.Directory;
import io.countersign.policy.Rules;
import io.countersign.project.ProjectId;
import io.countersign.revision.Digest;
import io.countersign.revision.RequestId;
import io.countersign.revision.Revision;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Requests in the table. A command is one {@link #read}, a decision, and one {@link #commit}
 * (design §4).
 *
 * <p>Every method may throw {@link StoreUnavailable}; after that from {@link #commit} it is not
 * known whether it took effect.
 */
public interface Store {
  /** One consistent read of all that is asked for; what is not there is null. */
  Reading read(Ask ask);

  /** A revision by its digest, or null. */
  @Nullable Revision revision(RequestId request, Digest digest);

  /**
   * All rules of a project in one consistent read, with the grants that hold at that moment; null
   * when there is no such project.
   */
  @Nullable Rules rules(ProjectId project);

  /** The same for a command that has read these counters: they may be those of before. */
  default @Nullable Rules rules(Counters counters) {
    return rules(counters.project());
  }

  /** The rules of every project, by id, each as {@link #rules(ProjectId)} gives them. */
  List<Rules> everyProject();

  /** All people, groups and machines. */
  Directory directory();

  /** The same for a command that has read these counters: they may be those of before. */
  default Directory directory(Counters counters) {
    return directory();
  }

  /** The next number for a request of the project; numbers may be left out. */
  long nextNumber(ProjectId project);

  /** The request whose merge holds one of these secrets, or null when all are free. */
  @Nullable RequestId lockedBy(Collection<String> secretNames);

  /**
   * Writes all of it or nothing. A request takes the locks of its plan's secrets with the plan, and
   * gives each back with the plan that does not have it any more; a failed one holds none.
   *
   * @return false when something it rests on is not as read any more: read again and decide again
   */
  boolean commit(Commit commit);

  /** Notes that a command with values has begun, unless that key was used before. */
  boolean begin(Repeat started);
}
