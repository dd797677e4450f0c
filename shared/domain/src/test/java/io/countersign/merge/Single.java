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
import io.countersign.request.Command;
import io.countersign.revision.DocumentBase;
import io.countersign.revision.Revision;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import io.countersign.vault.FakeVault;
import io.countersign.vault.Seen;
import io.countersign.vault.Vault;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One document's merge over a vault, with what it recorded. */
final class Single implements Ledger {
  static final String SECRET = "prod/db";
  private static final DocumentId DOCUMENT = Rulebook.DB;

  private final FakeVault vault;
  private final Revision revision;
  private final List<Wanted> wanted;
  private Plan plan =
      Plan.of(new Lease(1, Instant.MAX), List.of(DocumentPlan.of(DOCUMENT, SECRET, null)));

  private Single(FakeVault vault, Draft draft) {
    this.vault = vault;
    revision =
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
    wanted = Wanted.of(revision, draft.sealings());
  }

  /** To give one key a value. */
  static Single setting(FakeVault vault, String key, String text) {
    return of(
        vault,
        new DocumentChange.OfKeys(
            "changes[0]",
            DOCUMENT,
            new TreeMap<>(Map.of(key, text)),
            new TreeSet<>(),
            new TreeMap<>()));
  }

  static Single removing(FakeVault vault) {
    return of(vault, new DocumentChange.Removal("changes[0]", DOCUMENT));
  }

  private static Single of(FakeVault vault, DocumentChange change) {
    Found found =
        vault.read(SECRET) instanceof Seen.Present present
            ? new Found(
                new DocumentBase(DOCUMENT, present.arn(), present.current()),
                Texts.read(present.text()))
            : new Found(new DocumentBase(DOCUMENT, null, null), Document.EMPTY);
    return switch (Drafting.draft(
        ChangeSet.of(List.of(change)), Map.of(DOCUMENT, found), "token", new Random(1))) {
      case Drafting.Result.Drafted(Draft draft) -> new Single(vault, draft);
      case Drafting.Result.Invalid invalid -> throw new AssertionError(invalid);
    };
  }

  /** A holder that knows nothing but what was recorded. */
  Merge holder() {
    return new Merge(revision, wanted, plan, vault, this, Abreast.IN_TURN);
  }

  /** The same, who reaches the secrets by another way. */
  Merge holder(Vault through) {
    return new Merge(revision, wanted, plan, through, this, Abreast.IN_TURN);
  }

  /** A holder without the proposed values, so that all is taken back. */
  Merge backing() {
    return new Merge(revision, List.of(), plan, vault, this, Abreast.IN_TURN);
  }

  Plan plan() {
    return plan;
  }

  @Nullable String text() {
    return vault.read(SECRET) instanceof Seen.Present present ? present.text() : null;
  }

  @Override
  public void note(Plan next) {
    plan = next;
  }

  @Override
  public void end(Command command, Plan last) {
    plan = command instanceof Command.Finish ? last.afterwards() : last;
  }
}
