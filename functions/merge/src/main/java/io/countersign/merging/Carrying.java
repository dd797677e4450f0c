package io.countersign.merging;

import io.countersign.edge.log.Log;
import io.countersign.fault.Unavailable;
import io.countersign.merge.Abreast;
import io.countersign.merge.Fenced;
import io.countersign.merge.Merge;
import io.countersign.project.DocumentId;
import io.countersign.proposal.Wanted;
import io.countersign.request.Command;
import io.countersign.request.Request;
import io.countersign.request.Status;
import io.countersign.revision.Landed;
import io.countersign.revision.Revision;
import io.countersign.vault.Proposals;
import io.countersign.vault.Vault;
import io.countersign.wire.Unsealing;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Carries a plan out to its end, with the proposed values. */
final class Carrying {
  private final Vault vault;
  private final Proposals proposals;
  private final Abreast abreast;

  Carrying(Vault vault, Proposals proposals, Abreast abreast) {
    this.vault = vault;
    this.proposals = proposals;
    this.abreast = abreast;
  }

  /** The request as it is afterwards; still MERGING when somebody else holds the plan now. */
  Request carry(StoredLedger ledger, Revision revision) {
    try {
      if (ledger.request().status() == Status.MERGING) {
        Merge merge = new Merge(revision, wanted(revision), ledger.plan(), vault, ledger, abreast);
        if (merge.run() instanceof Command.Finish) {
          sweep(revision, ledger.request());
          discard(revision, merge);
        }
      } else {
        discard(revision, new Merge(revision, List.of(), ledger.plan(), vault, ledger, abreast));
      }
    } catch (Fenced e) {
      Log.event("fenced", revision.request().toString());
    }
    return ledger.request();
  }

  /** The values, proven to be those of the digest; none when they are not (rule 1). */
  private List<Wanted> wanted(Revision revision) {
    try {
      return new Unsealing(proposals).proven(revision);
    } catch (IllegalArgumentException e) {
      Log.fault("values", e);
      return List.of();
    }
  }

  /** The merge is over whatever comes of this; what cannot be done now, the queue does. */
  private static void discard(Revision revision, Merge merge) {
    try {
      for (DocumentId kept : merge.discard()) {
        Log.event("deletion-refused", revision.request() + " " + kept);
      }
    } catch (Unavailable e) {
      Log.fault("discard", e);
    }
  }

  /** What is of no use any more; what cannot be removed now, tick removes. */
  private void sweep(Revision revision, Request request) {
    List<Supplier<String>> removals = new ArrayList<>();
    for (String part : revision.partNames()) {
      removals.add(
          () -> {
            proposals.delete(List.of(part));
            return part;
          });
    }
    for (Landed landed : request.landed()) {
      removals.add(
          () -> {
            vault.unlabel(landed.arn());
            return landed.arn();
          });
    }
    try {
      abreast.all(removals);
    } catch (Unavailable e) {
      Log.fault("sweep", e);
    }
  }
}
