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

/** One request and its project's rules, for functions that never write them. */
public record ReadOnlyStore(
    @Nullable Head head, @Nullable Revision only, @Nullable Rules rules, Directory directory)
    implements Store {
  @Override
  public Reading read(Ask ask) {
    return new Reading(null, head, only, null, null);
  }

  @Override
  public @Nullable Revision revision(RequestId request, Digest digest) {
    return only != null && only.digest().equals(digest) ? only : null;
  }

  @Override
  public @Nullable Rules rules(ProjectId project) {
    return rules;
  }

  @Override
  public List<Rules> everyProject() {
    return rules == null ? List.of() : List.of(rules);
  }

  @Override
  public @Nullable RequestId lockedBy(Collection<String> secretNames) {
    return null;
  }

  @Override
  public long nextNumber(ProjectId project) {
    throw new AssertionError("nothing is written");
  }

  @Override
  public boolean commit(Commit commit) {
    throw new AssertionError("nothing is written");
  }

  @Override
  public boolean begin(Repeat started) {
    throw new AssertionError("nothing is written");
  }
}
