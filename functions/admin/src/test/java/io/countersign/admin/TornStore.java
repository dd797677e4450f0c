package io.countersign.admin;

import io.countersign.directory.Actor;
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

/** A store of whose reads the caller is older than the rest. */
record TornStore(Store whole, Actor then) implements Store {
  @Override
  public Reading read(Ask ask) {
    Reading now = whole.read(ask);
    return new Reading(then, now.head(), now.revision(), now.repeat(), now.counters());
  }

  @Override
  public @Nullable Revision revision(RequestId request, Digest digest) {
    return whole.revision(request, digest);
  }

  @Override
  public @Nullable Rules rules(ProjectId project) {
    return whole.rules(project);
  }

  @Override
  public Directory directory() {
    return whole.directory();
  }

  @Override
  public long nextNumber(ProjectId project) {
    return whole.nextNumber(project);
  }

  @Override
  public @Nullable RequestId lockedBy(Collection<String> secretNames) {
    return whole.lockedBy(secretNames);
  }

  @Override
  public boolean commit(Commit commit) {
    return whole.commit(commit);
  }

  @Override
  public boolean begin(Repeat started) {
    return whole.begin(started);
  }
}
