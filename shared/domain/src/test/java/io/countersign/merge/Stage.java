package io.countersign.merge;

import io.countersign.directory.Directory;
import io.countersign.document.Document;
import io.countersign.document.Parsed;
import io.countersign.project.DocumentId;
import io.countersign.proposal.ChangeSet;
import io.countersign.proposal.DocumentChange;
import io.countersign.proposal.Draft;
import io.countersign.proposal.Drafting;
import io.countersign.proposal.Found;
import io.countersign.proposal.Wanted;
import io.countersign.revision.DocumentBase;
import io.countersign.revision.Landed;
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
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is merged: key {@code a} of two documents, from {@code base} to {@code ours}, or each whole
 * document away.
 *
 * @param documents the secrets' names are {@code prod} and the path
 * @param fates what is to become of each
 */
record Stage(
    List<DocumentId> documents, List<Landed.Fate> fates, Revision revision, List<Wanted> wanted) {
  static final String BASE = "base";
  static final String OURS = "ours";

  /** What a secret holds that waits for its deletion at first. */
  static final String WAITING = "{\"a\":\"" + BASE + "\",\"o\":\"old\"}";

  static final List<DocumentId> BOTH =
      List.of(Rulebook.document("/one"), Rulebook.document("/two"));

  static String secret(DocumentId document) {
    return "prod" + document.path();
  }

  /** A change of both as the vault has them now; a missing one is created by it. */
  static Stage of(FakeVault vault, List<Landed.Fate> fates) {
    List<DocumentChange> changes = new ArrayList<>();
    Map<DocumentId, Found> found = new HashMap<>();
    for (int i = 0; i < BOTH.size(); i++) {
      DocumentId document = BOTH.get(i);
      changes.add(change(document, fates.get(i)));
      found.put(document, found(document, vault.read(secret(document))));
    }
    return switch (Drafting.draft(ChangeSet.of(changes), found, "token", new Random(1))) {
      case Drafting.Result.Drafted(Draft draft) -> of(draft, fates);
      case Drafting.Result.Invalid invalid -> throw new AssertionError(invalid);
    };
  }

  private static DocumentChange change(DocumentId document, Landed.Fate fate) {
    return switch (fate) {
      case WRITTEN ->
          new DocumentChange.OfKeys(
              "changes[0]",
              document,
              new TreeMap<>(Map.of("a", OURS)),
              new TreeSet<>(),
              new TreeMap<>());
      case REMOVED -> new DocumentChange.Removal("changes[0]", document);
    };
  }

  /** What the change leaves under the key of that document. */
  @Nullable String ours(int document) {
    return switch (fates.get(document)) {
      case WRITTEN -> OURS;
      case REMOVED -> null;
    };
  }

  private static Stage of(Draft draft, List<Landed.Fate> fates) {
    Revision revision =
        Revision.sealed(
            Proposals.ONE,
            "token",
            People.id("ann"),
            "title",
            "",
            draft.operations(),
            draft.documents(),
            List.of(),
            Directory.EMPTY,
            Proposals.NOON);
    return new Stage(BOTH, fates, revision, Wanted.of(revision, draft.sealings()));
  }

  private static Found found(DocumentId document, Seen seen) {
    return seen instanceof Seen.Present present
        ? new Found(
            new DocumentBase(document, present.arn(), present.current()), read(present.text()))
        : new Found(new DocumentBase(document, null, null), Document.EMPTY);
  }

  /** Whether others made the version while the merge went on: theirs count from 1. */
  static boolean writtenMeanwhile(String version) {
    return version.startsWith("outsider-") && !version.endsWith("01");
  }

  static Document read(@Nullable String text) {
    return text != null && Document.parse(text) instanceof Parsed.Readable(Document document)
        ? document
        : Document.EMPTY;
  }

  /** The plan that nobody carries out yet. */
  Plan plan() {
    return Plan.of(
        new Lease(1, Instant.MAX),
        documents.stream().map(each -> DocumentPlan.of(each, secret(each), null)).toList());
  }
}
