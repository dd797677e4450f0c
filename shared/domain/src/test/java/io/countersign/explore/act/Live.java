package io.countersign.explore.act;

import io.countersign.explore.realm.Proposal;
import io.countersign.explore.realm.Realm;
import io.countersign.explore.world.Ghost;
import io.countersign.explore.world.Owners;
import io.countersign.explore.world.Part;
import io.countersign.explore.world.World;
import io.countersign.project.DocumentId;
import java.util.Objects;
import java.util.Set;

/** Where the present revision of a request is in effect, and by its own merge. */
public record Live(Realm realm, World world, int request) {
  /** Whether any key of the document is as the request wants it, because of the request. */
  public boolean in(DocumentId document) {
    return keys(document).stream().anyMatch(key -> ours(document, key) && held(document, key));
  }

  /** Whether each is, but for those that others have written since. */
  public boolean wholly(DocumentId document) {
    return keys(document).stream().allMatch(key -> held(document, key) || !ours(document, key));
  }

  /** Whether no key of it was last written by the request. */
  public boolean foreign(DocumentId document) {
    return keys(document).stream().noneMatch(key -> ours(document, key));
  }

  private Set<String> keys(DocumentId document) {
    Ghost ghost = world.ghost(request);
    return Objects.requireNonNull(ghost.bases().get(document), "touched").keySet();
  }

  private boolean ours(DocumentId document, String key) {
    return world.get(Part.OWNERS).of(document, key) == Owners.Owner.of(request);
  }

  private boolean held(DocumentId document, String key) {
    int revision = Objects.requireNonNull(world.filed(request)).request().revision();
    Proposal proposal = realm.proposals().get(request);
    return proposal
        .ours(request, revision, document)
        .equals(Secrets.of(world).value(document, key));
  }
}
