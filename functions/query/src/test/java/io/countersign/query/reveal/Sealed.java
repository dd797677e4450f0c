package io.countersign.query.reveal;

import io.countersign.document.Document;
import io.countersign.name.Token;
import io.countersign.proposal.ChangeSet;
import io.countersign.proposal.DocumentChange;
import io.countersign.proposal.Draft;
import io.countersign.proposal.Drafting;
import io.countersign.proposal.Found;
import io.countersign.revision.DocumentBase;
import io.countersign.revision.Part;
import io.countersign.revision.Revision;
import io.countersign.revision.Sealing;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import io.countersign.sample.Settled;
import io.countersign.store.Commit;
import io.countersign.vault.FakeProposals;
import io.countersign.wire.SealingJson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Dan's open request, whose values are where they belong. */
final class Sealed {
  private Sealed() {}

  /** Changes PASSWORD, takes OLD away and makes USER the new name of LOGIN. */
  static Revision open(Settled settled, FakeProposals proposals) {
    return open(settled, proposals, UnaryOperator.identity());
  }

  /**
   * The same with other values than were sealed.
   *
   * @param forgery makes what is stored of what was sealed
   */
  static Revision open(
      Settled settled, FakeProposals proposals, UnaryOperator<List<Sealing>> forgery) {
    Draft draft = draft();
    Revision revision =
        Revision.sealed(
            Proposals.ONE,
            "token",
            People.id("dan"),
            "New password",
            "",
            draft.operations(),
            draft.documents(),
            settled.rules().bind(List.of(Rulebook.DB), settled.tables.store().directory()),
            settled.tables.store().directory(),
            Instant.now());
    String name = Proposals.ONE + "/token/0";
    String text = SealingJson.write(forgery.apply(draft.sealings())).getFirst();
    Revision stored =
        revision.with(List.of(new Part(name, proposals.write(name, Token.of(name), text))));
    settled.happens(
        Commit.of(Proposals.ONE, null, Settled.submitted(stored), Instant.now()).with(stored));
    return stored;
  }

  private static Draft draft() {
    DocumentChange change =
        new DocumentChange.OfKeys(
            "changes[0]",
            Rulebook.DB,
            new TreeMap<>(Map.of("PASSWORD", "new-canary")),
            new TreeSet<>(List.of("OLD")),
            new TreeMap<>(Map.of("LOGIN", "USER")));
    Document before =
        ((io.countersign.document.Parsed.Readable) Document.parse(RevealTest.TEXT)).document();
    Found found = new Found(new DocumentBase(Rulebook.DB, "arn", "version"), before);
    return switch (Drafting.draft(
        ChangeSet.of(List.of(change)), Map.of(Rulebook.DB, found), "token", new Random(1))) {
      case Drafting.Result.Drafted(Draft draft) -> draft;
      case Drafting.Result.Invalid invalid -> throw new AssertionError(invalid);
    };
  }
}
