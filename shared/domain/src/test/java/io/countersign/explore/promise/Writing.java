package io.countersign.explore.promise;

import io.countersign.document.Document;
import io.countersign.explore.act.Deed;
import io.countersign.explore.act.Secrets;
import io.countersign.explore.realm.Proposal;
import io.countersign.explore.realm.Realm;
import io.countersign.explore.world.Filed;
import io.countersign.explore.world.Ghost;
import io.countersign.explore.world.Owners;
import io.countersign.explore.world.Part;
import io.countersign.explore.world.World;
import io.countersign.merge.Plan;
import io.countersign.project.DocumentId;
import io.countersign.request.Status;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Judges what a step of a merge did to the secrets. */
record Writing(Realm realm, World before, Deed.Worked deed, World after, Set<Promise> broken) {
  void judge() {
    if (before.get(Part.VAULT).equals(after.get(Part.VAULT))) {
      return;
    }
    Filed filed = Objects.requireNonNull(before.filed(deed.request()));
    Secrets was = Secrets.of(before);
    Secrets is = Secrets.of(after);
    boolean changed = false;
    for (DocumentId document : realm.documents()) {
      String old = was.text(document);
      String now = is.text(document);
      if (!Objects.equals(old, now)) {
        changed = true;
        judge(document, filed, old, now);
      }
    }
    if (changed && !current(filed)) {
      broken.add(Promise.S14);
    }
  }

  /** Whether the worker's lease is the last one, of a merge that is not over. */
  private boolean current(Filed filed) {
    Plan plan = filed.head().plan();
    return filed.request().status() != Status.FAILED
        && plan != null
        && plan.lease().fence() == deed.worker().fence();
  }

  private Proposal proposal() {
    return realm.proposals().get(deed.request());
  }

  private void judge(DocumentId document, Filed filed, @Nullable String old, @Nullable String now) {
    boolean touched = filed.revision().touched().contains(document);
    if (touched && (old == null || now == null)) {
      // It is made, waits for its deletion, or comes back with what others wrote: see Parting.
      return;
    }
    String ours = proposal().ours(deed.request(), filed.request().revision(), document);
    Document from = Secrets.read(old);
    Document to = Secrets.read(now);
    Set<String> keys = new TreeSet<>(Secrets.members(from).keySet());
    keys.addAll(Secrets.members(to).keySet());
    boolean applied = false;
    for (String key : keys) {
      String value = Secrets.value(from, key);
      String next = Secrets.value(to, key);
      if (value.equals(next)) {
        continue;
      }
      if (!touched || !proposal().concerns(document, key)) {
        broken.add(Promise.S3);
      } else {
        applied |= next.equals(ours);
        changed(document, key, value, next, ours);
      }
    }
    if (applied && !naive(document, old, ours).equals(now)) {
      broken.add(Promise.S3);
    }
  }

  private void changed(DocumentId document, String key, String value, String next, String ours) {
    Ghost ghost = before.ghost(deed.request());
    String base = ghost.base(document, key);
    if (next.equals(ours)) {
      if (!value.equals(base)) {
        broken.add(Promise.S4);
      }
      if (after.ghost(deed.request()).effect(document).applied() > 1) {
        broken.add(Promise.S5);
      }
    } else if (!next.equals(base)
        || before.get(Part.OWNERS).of(document, key) != Owners.Owner.of(deed.request())) {
      broken.add(Promise.S3);
    }
  }

  /** The text that the change makes of the old one, by cutting strings. */
  private String naive(DocumentId document, @Nullable String old, String ours) {
    if (proposal().takes(document)) {
      return "{}";
    }
    String text = old == null ? "{}" : old;
    String member = "\"" + proposal().key() + "\":\"";
    int at = text.indexOf(member);
    if (at >= 0) {
      int from = at + member.length();
      return text.substring(0, from) + ours + text.substring(text.indexOf('"', from));
    }
    String begun = text.substring(0, text.length() - 1);
    return begun + (begun.equals("{") ? "" : ",") + member + ours + "\"}";
  }
}
