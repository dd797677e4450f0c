package io.countersign.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.document.Document;
import io.countersign.document.Parsed;
import io.countersign.explain.Reason;
import io.countersign.project.DocumentId;
import io.countersign.proposal.ChangeSet;
import io.countersign.proposal.DocumentChange;
import io.countersign.proposal.Drafting;
import io.countersign.proposal.Found;
import io.countersign.proposal.Wanted;
import io.countersign.revision.DocumentBase;
import io.countersign.sample.Rulebook;
import io.countersign.vault.Seen;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Why a document is not written: in words that name the remedy, and for good only where it is. */
class StagingTest {
  private static final String BASE = "{\"a\":\"1\",\"b\":\"2\"}";
  private static final String ARN = "arn";
  private static final DocumentPlan PLAN = DocumentPlan.of(Rulebook.DB, "prod/db", null);

  private final Wanted wanted = wanted();

  /** Sets both keys. */
  private static Wanted wanted() {
    DocumentChange change =
        new DocumentChange.OfKeys(
            "changes[0]",
            Rulebook.DB,
            new TreeMap<>(Map.of("a", "x", "b", "y")),
            new TreeSet<>(),
            new TreeMap<>());
    Document base = ((Parsed.Readable) Document.parse(BASE)).document();
    Map<DocumentId, Found> found =
        Map.of(Rulebook.DB, new Found(new DocumentBase(Rulebook.DB, ARN, "v1"), base));
    if (!(Drafting.draft(ChangeSet.of(List.of(change)), found, "token", new Random(1))
        instanceof Drafting.Result.Drafted(var draft))) {
      throw new AssertionError("no draft");
    }
    List<Wanted.Want> wants =
        List.of(
            new Wanted.Want(draft.operations().getFirst(), draft.sealings().getFirst()),
            new Wanted.Want(draft.operations().getLast(), draft.sealings().getLast()));
    return new Wanted(draft.documents().getFirst(), wants);
  }

  private static Seen.Present holding(String text) {
    return new Seen.Present(ARN, "v2", "v1", text, null);
  }

  private void turned(DocumentPlan plan, Seen.Present present, String code, boolean dead) {
    Need need = new Staging(plan, wanted, Observed.NOTHING.with(present), present).next();
    assertThat(need).isInstanceOf(Need.Turned.class);
    Need.Turned turned = (Need.Turned) need;
    Reason reason = turned.reason();
    assertThat(reason.code()).isEqualTo(code);
    assertThat(turned.dead()).isEqualTo(dead);
    assertThat(reason.message()).startsWith("prod:/db ");
    assertThat(reason.message().endsWith(": revise the request.")).isEqualTo(dead);
  }

  @Test
  void whatOthersChangedIsRevised() {
    turned(PLAN, holding("{\"a\":\"9\",\"b\":\"2\"}"), "keys-changed", true);
    turned(PLAN, holding("{\"a\":[]}"), "document-unreadable", true);
    turned(PLAN, new Seen.Present("other", "v2", null, BASE, null), "document-replaced", true);
  }

  @Test
  void whatWouldBeTooLongIsRevised() {
    turned(
        PLAN,
        holding("{\"c\":\"" + "c".repeat(65_536) + "\"," + BASE.substring(1)),
        "document-too-large",
        true);
  }

  @Test
  void whatOthersPutBackInPartIsRevised() {
    DocumentPlan again = PLAN.with(new Progress.Reopened(new Progress.Intended(ARN, "v1", "v2")));
    turned(again, holding("{\"a\":\"x\",\"b\":\"2\"}"), "keys-put-back", true);
  }

  @Test
  void whatWillBeOverIsTriedAgain() {
    turned(PLAN, holding(BASE).heldBy(Seen.Hindrance.ROTATING), "document-held", false);
    DocumentPlan busy = PLAN;
    for (int i = 0; i < Staging.PATIENCE; i++) {
      busy = busy.again();
    }
    turned(busy, holding(BASE), "document-busy", false);
  }
}
