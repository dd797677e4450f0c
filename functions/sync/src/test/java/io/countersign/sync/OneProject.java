package io.countersign.sync;

import io.countersign.directory.Directory;
import io.countersign.policy.Rules;
import io.countersign.project.ProjectId;
import io.countersign.store.Ask;
import io.countersign.store.Commit;
import io.countersign.store.Head;
import io.countersign.store.PassingStore;
import io.countersign.store.ReadOnlyStore;
import io.countersign.store.Reading;

/** The rules and the requests of a deployment, and what sync itself lets happen to these. */
final class OneProject extends PassingStore {
  private final Deployment deployment;

  OneProject(Deployment deployment) {
    super(new ReadOnlyStore(null, null, null, Directory.EMPTY));
    this.deployment = deployment;
  }

  @Override
  public Rules rules(ProjectId project) {
    return deployment.rules();
  }

  @Override
  public Reading read(Ask ask) {
    return new Reading(null, deployment.head, null, null, null);
  }

  @Override
  public boolean commit(Commit commit) {
    deployment.said.addAll(commit.events());
    deployment.head = new Head(commit.after(), null, commit.after().sequence(), "hash");
    return true;
  }
}
