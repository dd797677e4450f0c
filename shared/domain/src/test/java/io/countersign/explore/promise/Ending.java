package io.countersign.explore.promise;

import io.countersign.document.Document;
import io.countersign.explain.Reason;
import io.countersign.explore.act.Live;
import io.countersign.explore.act.Secrets;
import io.countersign.explore.realm.Proposal;
import io.countersign.explore.realm.Realm;
import io.countersign.explore.world.Filed;
import io.countersign.explore.world.Ghost;
import io.countersign.explore.world.World;
import io.countersign.project.DocumentId;
import io.countersign.request.Event;
import io.countersign.revision.Landed;
import io.countersign.revision.Remains;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Judges the end of a merge: all, nothing, or the truth (rule 9). */
record Ending(Realm realm, int request, World before, Set<Promise> broken) {
  void judge(List<Event> events) {
    for (Event event : events) {
      boolean kept =
          switch (event) {
            case Event.Merged(_, List<Landed> landed) -> by(Event.Mode.MERGE) && merged(landed);
            case Event.Bypassed(_, List<Landed> landed) -> by(Event.Mode.BYPASS) && merged(landed);
            case Event.Conflicted(_, Reason reason, _) -> nothing() && explained(reason);
            case Event.Failed(_, List<Remains> truth) -> truthful(truth);
            default -> true;
          };
      if (!kept) {
        broken.add(Promise.S13);
      }
    }
  }

  /** The end is named after the right by which the merge was started. */
  private boolean by(Event.Mode mode) {
    if (before.ghost(request).mode() != mode) {
      broken.add(Promise.S10);
    }
    return true;
  }

  private boolean explained(Reason reason) {
    if (reason.message().isBlank()) {
      broken.add(Promise.V2);
    }
    return true;
  }

  private Filed filed() {
    return Objects.requireNonNull(before.filed(request));
  }

  private Live live() {
    return new Live(realm, before, request);
  }

  private boolean merged(List<Landed> landed) {
    Secrets secrets = Secrets.of(before);
    List<DocumentId> touched = filed().revision().touched();
    boolean named = landed.stream().map(Landed::document).toList().equals(touched);
    for (Landed each : landed) {
      if (!sealed(Secrets.read(secrets.text(each.arn(), each.versionId())), each)) {
        broken.add(Promise.S3);
      }
    }
    return named && touched.stream().allMatch(this::landed);
  }

  /** Whether a version holds what the request wants. */
  private boolean sealed(Document version, Landed landed) {
    Proposal proposal = realm.proposals().get(request);
    String ours = proposal.ours(request, filed().request().revision(), landed.document());
    return proposal.takes(landed.document())
        ? landed.fate() == Landed.Fate.REMOVED && version.members().isEmpty()
        : landed.fate() == Landed.Fate.WRITTEN
            && Secrets.value(version, proposal.key()).equals(ours);
  }

  /** Ours is there, or was until others wrote; it was never taken back. */
  private boolean landed(DocumentId document) {
    Ghost.Effect effect = before.ghost(request).effect(document);
    return effect.undone() == 0
        && (effect.applied() == 1 ? live().wholly(document) : live().foreign(document));
  }

  private boolean nothing() {
    return filed().revision().touched().stream().noneMatch(live()::in);
  }

  private boolean truthful(List<Remains> truth) {
    List<DocumentId> touched = filed().revision().touched();
    boolean all = truth.size() == touched.size();
    boolean why = truth.stream().anyMatch(each -> each.state() != Remains.State.NOT_HELD);
    for (int i = 0; all && i < touched.size(); i++) {
      all =
          switch (truth.get(i).state()) {
            case NOT_HELD -> !live().in(touched.get(i));
            case HELD -> before.ghost(request).effect(touched.get(i)).applied() == 1;
            case IN_DOUBT -> true;
          };
    }
    return all && why;
  }
}
