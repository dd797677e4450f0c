package io.countersign.merging;

import io.countersign.directory.Directory;
import io.countersign.policy.Rules;
import io.countersign.project.ProjectId;
import io.countersign.revision.Digest;
import io.countersign.revision.RequestId;
import io.countersign.revision.Revision;
import io.countersign.store.Ask;
import io.countersign.store.Commit;
import io.countersign.store.Reading;
import io.countersign.store.Repeat;
import io.countersign.store.Store;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** A store in which every commit meets another transaction at its first try. */
final class Crossed implements Store {
  private final Store store;
  private boolean passed;

  Crossed(Store store) {
    this.store = store;
    passed = true;
  }

  @Override
  public boolean commit(Commit commit) {
    passed = !passed;
    return passed && store.commit(commit);
  }

  @Override
  public Reading read(Ask ask) {
    return store.read(ask);
  }

  @Override
  public @Nullable Revision revision(RequestId request, Digest digest) {
    return store.revision(request, digest);
  }

  @Override
  public @Nullable Rules rules(ProjectId project) {
    return store.rules(project);
  }

  @Override
  public Directory directory() {
    return store.directory();
  }

  @Override
  public long nextNumber(ProjectId project) {
    return store.nextNumber(project);
  }

  @Override
  public @Nullable RequestId lockedBy(Collection<String> secretNames) {
    return store.lockedBy(secretNames);
  }

  @Override
  public boolean begin(Repeat started) {
    return store.begin(started);
  }
}
