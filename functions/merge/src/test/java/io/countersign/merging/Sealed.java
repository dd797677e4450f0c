package io.countersign.merging;

import io.countersign.directory.Directory;
import io.countersign.document.Document;
import io.countersign.name.Token;
import io.countersign.policy.BoundPolicy;
import io.countersign.proposal.ChangeSet;
import io.countersign.proposal.DocumentChange;
import io.countersign.proposal.Draft;
import io.countersign.proposal.Drafting;
import io.countersign.proposal.Found;
import io.countersign.revision.DocumentBase;
import io.countersign.revision.Part;
import io.countersign.revision.Revision;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import io.countersign.sample.Settled;
import io.countersign.vault.FakeProposals;
import io.countersign.wire.SealingJson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;

/** A revision whose value is where it belongs. */
final class Sealed {
  private Sealed() {}

  static Revision revision(Settled settled, FakeProposals proposals) {
    return revision(
        settled.rules().bind(List.of(Rulebook.DB), settled.tables.store().directory()), proposals);
  }

  /** As if these policies had been bound. */
  static Revision revision(List<BoundPolicy> policies, FakeProposals proposals) {
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
            policies,
            Directory.EMPTY,
            Instant.now());
    String name = Proposals.ONE + "/token/0";
    String text = SealingJson.write(draft.sealings()).getFirst();
    String version = proposals.write(name, Token.of(name), text);
    return revision.with(List.of(new Part(name, version)));
  }

  private static Draft draft() {
    DocumentChange change =
        new DocumentChange.OfKeys(
            "changes[0]",
            Rulebook.DB,
            new TreeMap<>(Map.of("PASSWORD", "a-new-one")),
            new TreeSet<>(),
            new TreeMap<>());
    Found nothing = new Found(new DocumentBase(Rulebook.DB, null, null), Document.EMPTY);
    return switch (Drafting.draft(
        ChangeSet.of(List.of(change)), Map.of(Rulebook.DB, nothing), "token", new Random(1))) {
      case Drafting.Result.Drafted(Draft draft) -> draft;
      case Drafting.Result.Invalid invalid -> throw new AssertionError(invalid);
    };
  }
}
