package io.countersign.notify;

import io.countersign.directory.Directory;
import io.countersign.policy.Rules;
import io.countersign.project.ProjectId;
import io.countersign.revision.Digest;
import io.countersign.revision.RequestId;
import io.countersign.revision.Revision;
import io.countersign.store.Ask;
import io.countersign.store.Commit;
import io.countersign.store.Head;
import io.countersign.store.ReadOnlyStore;
import io.countersign.store.Reading;
import io.countersign.store.Repeat;
import io.countersign.store.Store;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The request of a deployment, and what notify itself lets happen to it. */
record OneRequest(Deployment deployment) implements Store {
  private ReadOnlyStore present() {
    Case story = deployment.story;
    Head head = new Head(story.state(), null, story.state().sequence(), "hash");
    return new ReadOnlyStore(head, story.revision(), deployment.rules, story.directory());
  }

  @Override
  public Reading read(Ask ask) {
    return present().read(ask);
  }

  @Override
  public @Nullable Revision revision(RequestId request, Digest digest) {
    return present().revision(request, digest);
  }

  @Override
  public @Nullable Rules rules(ProjectId project) {
    return present().rules(project);
  }

  @Override
  public List<Rules> everyProject() {
    return present().everyProject();
  }

  @Override
  public Directory directory() {
    return present().directory();
  }

  @Override
  public boolean commit(Commit commit) {
    Head before = commit.before();
    if (before == null || before.version() != deployment.story.state().sequence()) {
      return false;
    }
    deployment.said.addAll(commit.events());
    deployment.story = deployment.story.at(commit.after());
    return true;
  }

  @Override
  public long nextNumber(ProjectId project) {
    return present().nextNumber(project);
  }

  @Override
  public @Nullable RequestId lockedBy(Collection<String> secretNames) {
    return present().lockedBy(secretNames);
  }

  @Override
  public boolean begin(Repeat started) {
    return present().begin(started);
  }
}
