package io.countersign.explore.act;

import io.countersign.explore.realm.Proposal;
import io.countersign.explore.realm.Realm;
import io.countersign.explore.world.Filed;
import io.countersign.explore.world.Ghost;
import io.countersign.explore.world.Owners;
import io.countersign.explore.world.Part;
import io.countersign.explore.world.World;
import io.countersign.project.DocumentId;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Notes what a step of a request's merge did to the secrets. */
record Effects(Realm realm, int request) {
  World seen(World before, World after) {
    if (before.get(Part.VAULT).equals(after.get(Part.VAULT))) {
      return after;
    }
    Filed filed = Objects.requireNonNull(before.filed(request));
    World next = after;
    for (DocumentId document : filed.revision().touched()) {
      next = seen(document, filed.request().revision(), before, next);
    }
    return next;
  }

  private World seen(DocumentId document, int revision, World before, World after) {
    String was = Secrets.of(before).text(document);
    String is = Secrets.of(after).text(document);
    if (was == null || is == null) {
      // Made or gone: nothing is under its keys, or nothing of ours.
      return after;
    }
    Proposal proposal = realm.proposals().get(request);
    String ours = proposal.ours(request, revision, document);
    Owners owners = after.get(Part.OWNERS);
    boolean applied = false;
    boolean undone = false;
    for (String key : keys(was, is)) {
      String old = Secrets.value(Secrets.read(was), key);
      String now = Secrets.value(Secrets.read(is), key);
      if (proposal.concerns(document, key) && !old.equals(now)) {
        boolean brought = now.equals(ours);
        applied |= brought;
        undone |= !brought;
        owners = owners.with(document, key, brought ? Owners.Owner.of(request) : former(now));
      }
    }
    Ghost.Effect effect = after.ghost(request).effect(document);
    Ghost.Effect more =
        new Ghost.Effect(
            effect.applied() + (applied ? 1 : 0), effect.undone() + (undone && !applied ? 1 : 0));
    return effect.equals(more)
        ? after
        : after.with(request, after.ghost(request).with(document, more)).with(Part.OWNERS, owners);
  }

  static Set<String> keys(String one, String other) {
    Set<String> keys = new TreeSet<>(Secrets.members(Secrets.read(one)).keySet());
    keys.addAll(Secrets.members(Secrets.read(other)).keySet());
    return keys;
  }

  /** Who wrote a value that an undo brought back; each has values of their own. */
  private static Owners.Owner former(String value) {
    if (value.isEmpty() || value.equals(Secrets.BASE)) {
      return Owners.Owner.NOBODY;
    }
    for (int request : World.REQUESTS) {
      if (value.startsWith(Proposal.mark(request))) {
        return Owners.Owner.of(request);
      }
    }
    return Owners.Owner.OTHERS;
  }
}
