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

/** A store that passes every call on; what a test is about is written over. */
public class PassingStore implements Store {
  private final Store store;

  protected PassingStore(Store store) {
    this.store = store;
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
  public @Nullable Rules rules(Counters counters) {
    return store.rules(counters);
  }

  @Override
  public List<Rules> everyProject() {
    return store.everyProject();
  }

  @Override
  public Directory directory() {
    return store.directory();
  }

  @Override
  public Directory directory(Counters counters) {
    return store.directory(counters);
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
  public boolean commit(Commit commit) {
    return store.commit(commit);
  }

  @Override
  public boolean begin(Repeat started) {
    return store.begin(started);
  }
}
