package io.countersign.explore.act;

import io.countersign.explore.realm.Proposal;
import io.countersign.explore.realm.Realm;
import io.countersign.explore.world.Pending;
import io.countersign.project.DocumentId;
import io.countersign.proposal.ChangeSet;
import io.countersign.proposal.DocumentChange;
import io.countersign.proposal.Draft;
import io.countersign.proposal.Drafting;
import io.countersign.proposal.Found;
import io.countersign.proposal.Wanted;
import io.countersign.revision.Digest;
import io.countersign.revision.Revision;
import io.countersign.revision.Sealing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Drafts revisions and keeps their values, as Secrets Manager would. The same revision on the same
 * base always has the same nonces, and so the same digest.
 */
public final class Drafts {
  private final Map<Digest, List<Sealing>> values = new HashMap<>();
  private final Map<Kept, List<Wanted>> proven = new HashMap<>();

  /** What has become of the values of a revision. */
  private record Kept(Digest digest, Pending pending) {}

  /** Drafts what a revision of a request proposes. */
  public Draft draft(int request, int revision, Realm realm, SortedMap<DocumentId, Found> found) {
    List<DocumentChange> changes = new ArrayList<>();
    for (DocumentId document : found.keySet()) {
      changes.add(
          change(document, realm.proposals().get(request), Proposal.value(request, revision)));
    }
    Random nonces = new Random(request * 100L + revision);
    return switch (Drafting.draft(ChangeSet.of(changes), found, token(revision), nonces)) {
      case Drafting.Result.Drafted(Draft draft) -> draft;
      case Drafting.Result.Invalid invalid -> throw new IllegalStateException("" + invalid);
    };
  }

  private static DocumentChange change(DocumentId document, Proposal proposal, String value) {
    SortedMap<String, String> set = new TreeMap<>(Map.of(proposal.key(), value));
    return proposal.takes(document)
        ? new DocumentChange.Removal("changes", document)
        : new DocumentChange.OfKeys("changes", document, set, new TreeSet<>(), new TreeMap<>());
  }

  /** Names the batch of a revision's values. */
  static String token(int revision) {
    return "revision-" + revision;
  }

  /** Keeps the values of a revision. */
  public void keep(Revision revision, Draft draft) {
    values.put(revision.digest(), draft.sealings());
  }

  /** What a revision wants, its values proven; none when they are lost or forged (rule 1). */
  public List<Wanted> wanted(Revision revision, Pending pending, Engine engine) {
    List<Sealing> kept = Objects.requireNonNull(values.get(revision.digest()));
    List<Wanted> stored =
        switch (pending) {
          case WHOLE -> Wanted.of(revision, kept);
          case FORGED -> Wanted.of(revision, kept.stream().map(Drafts::forged).toList());
          case LOST -> List.of();
        };
    return engine.proven(
        proven.computeIfAbsent(new Kept(revision.digest(), pending), _ -> proven(revision, stored)),
        stored);
  }

  private static List<Wanted> proven(Revision revision, List<Wanted> stored) {
    boolean genuine =
        revision.recomputed().equals(revision.digest())
            && stored.stream().allMatch(Wanted::genuine);
    return genuine ? stored : List.of();
  }

  private static Sealing forged(Sealing sealing) {
    return new Sealing(sealing.value(), sealing.base(), sealing.target(), "forged");
  }
}
