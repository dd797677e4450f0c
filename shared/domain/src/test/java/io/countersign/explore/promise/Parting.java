package io.countersign.explore.promise;

import io.countersign.explore.act.Secrets;
import io.countersign.explore.realm.Realm;
import io.countersign.explore.world.Filed;
import io.countersign.explore.world.World;
import io.countersign.project.DocumentId;
import io.countersign.store.Commit;
import io.countersign.vault.Seen;
import java.util.Objects;
import java.util.Set;

/** Judges what is left when a merge that makes documents, or takes them away, is over. */
record Parting(Realm realm, World before, Commit commit, Set<Promise> broken) {
  void judge() {
    int request = World.number(commit.after().id());
    Filed was = before.filed(request);
    if (was == null || was.head().plan() == null || commit.plan() != null) {
      return;
    }
    Secrets secrets = Secrets.of(before);
    boolean merged = !commit.after().landed().isEmpty();
    for (DocumentId document : was.revision().touched()) {
      Seen seen = secrets.vault().read(Secrets.name(document));
      if (seen instanceof Seen.Deleted(String arn, String current)
          && !"{}".equals(secrets.text(arn, Objects.requireNonNull(current)))) {
        // What others have written waits for a deletion.
        broken.add(Promise.S4);
      }
      boolean goes = merged && realm.proposals().get(request).takes(document);
      if (goes && seen instanceof Seen.Present present && "{}".equals(present.text())) {
        broken.add(Promise.S13);
      }
    }
  }
}
