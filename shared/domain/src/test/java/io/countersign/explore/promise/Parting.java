package io.countersign.explore.promise;

import io.countersign.explore.act.Secrets;
import io.countersign.explore.realm.Realm;
import io.countersign.explore.world.Filed;
import io.countersign.explore.world.World;
import io.countersign.project.DocumentId;
import io.countersign.request.Request;
import io.countersign.store.Commit;
import io.countersign.vault.Seen;
import java.util.Objects;
import java.util.Set;

/** Judges what is left when a merge that takes documents away is over. */
record Parting(Realm realm, World before, Commit commit, Set<Promise> broken) {
  void judge() {
    int request = World.number(commit.after().id());
    Filed was = before.filed(request);
    Request now = commit.after();
    boolean over = was != null && was.head().plan() != null && commit.plan() == null;
    if (over && !now.landed().isEmpty()) {
      Secrets secrets = Secrets.of(before);
      for (DocumentId document : Objects.requireNonNull(was).revision().touched()) {
        if (realm.proposals().get(request).takes(document)) {
          judge(secrets, document);
        }
      }
    }
  }

  /** What others have written since stays; what is empty goes. */
  private void judge(Secrets secrets, DocumentId document) {
    Seen seen = secrets.vault().read(Secrets.name(document));
    boolean kept =
        switch (seen) {
          case Seen.Present(_, _, _, String text, _) -> !"{}".equals(text);
          case Seen.Deleted(String arn, String current) ->
              current != null && "{}".equals(secrets.text(arn, current));
          case Seen.Missing _ -> true;
        };
    if (!kept) {
      broken.add(seen instanceof Seen.Present ? Promise.S13 : Promise.S4);
    }
  }
}
