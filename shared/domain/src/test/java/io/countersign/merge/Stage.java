package io.countersign.merge;

import io.countersign.directory.Directory;
import io.countersign.document.Document;
import io.countersign.project.DocumentId;
import io.countersign.proposal.ChangeSet;
import io.countersign.proposal.DocumentChange;
import io.countersign.proposal.Draft;
import io.countersign.proposal.Drafting;
import io.countersign.proposal.Found;
import io.countersign.proposal.Wanted;
import io.countersign.revision.DocumentBase;
import io.countersign.revision.Landed;
import io.countersign.revision.RequestId;
import io.countersign.revision.Revision;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import io.countersign.vault.FakeVault;
import io.countersign.vault.Seen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What one request merges: the same key of some documents, from {@link #BASE} to a value of its
 * own, or a whole document away.
 *
 * @param number of the request
 * @param fates what is to become of each of {@link #BOTH}
 * @param whole those that go, or come back from their deletion, with all that they held
 * @param bases its value in each of {@link #BOTH} when that was proposed; the empty text for none
 * @param wanted one for each document
 */
record Stage(
    int number,
    String key,
    List<Landed.Fate> fates,
    Set<Integer> whole,
    List<String> bases,
    Revision revision,
    List<Wanted> wanted) {
  static final String BASE = "base";

  /** What a secret holds that waits for its deletion at first. */
  static final String WAITING = "{\"a\":\"base\",\"o\":\"old\"}";

  /** Both are written to. */
  static final List<Landed.Fate> WRITTEN = List.of(Landed.Fate.WRITTEN, Landed.Fate.WRITTEN);

  /** All documents there are; the secrets' names are {@code prod} and the path. */
  static final List<DocumentId> BOTH =
      List.of(Rulebook.document("/one"), Rulebook.document("/two"));

  static String secret(DocumentId document) {
    return "prod" + document.path();
  }

  /** A change of documents as the vault has them now; a missing one is created by it. */
  static Stage of(int number, String key, List<Landed.Fate> fates, FakeVault vault) {
    List<DocumentChange> changes = new ArrayList<>();
    Map<DocumentId, Found> found = new HashMap<>();
    for (int i = 0; i < BOTH.size(); i++) {
      DocumentId document = BOTH.get(i);
      changes.add(change(document, fates.get(i), Map.of(key, "ours-" + number)));
      found.put(document, found(document, vault.read(secret(document))));
    }
    return switch (Drafting.draft(ChangeSet.of(changes), found, "token", new Random(number))) {
      case Drafting.Result.Drafted(Draft draft) -> of(number, key, fates, vault, draft);
      case Drafting.Result.Invalid invalid -> throw new AssertionError(invalid);
    };
  }

  /** The same again, as if it were proposed now. */
  Stage anew(FakeVault vault) {
    return of(number, key, fates, vault);
  }

  private static DocumentChange change(
      DocumentId document, Landed.Fate fate, Map<String, String> set) {
    return switch (fate) {
      case WRITTEN ->
          new DocumentChange.OfKeys(
              "changes[0]", document, new TreeMap<>(set), new TreeSet<>(), new TreeMap<>());
      case REMOVED -> new DocumentChange.Removal("changes[0]", document);
    };
  }

  private static Stage of(
      int number, String key, List<Landed.Fate> fates, FakeVault vault, Draft draft) {
    Revision revision =
        Revision.sealed(
            new RequestId(Rulebook.PAYMENTS, number),
            "token",
            People.id("ann"),
            "title",
            "",
            draft.operations(),
            draft.documents(),
            List.of(),
            Directory.EMPTY,
            Proposals.NOON);
    List<String> bases =
        List.of(0, 1).stream()
            .map(each -> Texts.values(vault.snapshot(), each).getOrDefault(key, ""))
            .toList();
    return new Stage(
        number,
        key,
        fates,
        whole(fates, vault),
        bases,
        revision,
        Wanted.of(revision, draft.sealings()));
  }

  private static Set<Integer> whole(List<Landed.Fate> fates, FakeVault vault) {
    Set<Integer> whole = new TreeSet<>();
    for (int i = 0; i < BOTH.size(); i++) {
      if (fates.get(i) == Landed.Fate.REMOVED
          || vault.read(secret(BOTH.get(i))) instanceof Seen.Deleted) {
        whole.add(i);
      }
    }
    return whole;
  }

  private static Found found(DocumentId document, Seen seen) {
    return seen instanceof Seen.Present present
        ? new Found(
            new DocumentBase(document, present.arn(), present.current()),
            Texts.read(present.text()))
        : new Found(new DocumentBase(document, null, null), Document.EMPTY);
  }

  /** The value that it brings to a document; the empty text where that is to go. */
  String ours(int document) {
    return switch (fates.get(document)) {
      case WRITTEN -> "ours-" + number;
      case REMOVED -> "";
    };
  }

  /** Whether a key of a document is none of this change's business. */
  boolean foreign(int document, String own) {
    return whole.contains(document) ? own.equals("k") : !own.equals(key);
  }

  /** Whether others made the version while the merge went on: theirs count from 1. */
  static boolean writtenMeanwhile(String version) {
    return version.startsWith("outsider-") && !version.endsWith("01");
  }

  /** The plan of whoever begins. */
  Plan plan() {
    return Plan.of(
        new Lease(1, Instant.MAX),
        BOTH.stream().map(each -> DocumentPlan.of(each, secret(each), null)).toList());
  }
}
