package io.countersign.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.explain.Reason;
import io.countersign.proposal.Wanted;
import io.countersign.revision.DocumentBase;
import io.countersign.revision.Landed;
import io.countersign.sample.Rulebook;
import io.countersign.vault.Seen;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Why a document is not written: in words that name the remedy, and for good only where it is. */
class StagingTest {
  private static final String BASE = "{\"a\":\"1\",\"b\":\"2\"}";
  private static final String ARN = "arn";
  private static final String HELD = "{\"a\":\"x\",\"b\":\"y\"}";
  private static final DocumentPlan PLAN = DocumentPlan.of(Rulebook.DB, "prod/db", null);
  private static final Progress.Intended MOVE = new Progress.Intended(ARN, "v1", "v2");
  private static final DocumentPlan REOPENED = PLAN.with(new Progress.Reopened(MOVE));

  /** Sets both keys. */
  private final Wanted wanted =
      Wants.setting(new DocumentBase(Rulebook.DB, ARN, "v1"), BASE, Map.of("a", "x", "b", "y"));

  private static Seen.Present holding(@Nullable String text) {
    return new Seen.Present(ARN, "v2", "v1", text, null);
  }

  private Need next(DocumentPlan plan, Observed observed, Seen.Present present) {
    return new Staging(plan, wanted, observed, present).next();
  }

  private void turned(DocumentPlan plan, Seen.Present present, String code, boolean dead) {
    Need need = next(plan, Observed.NOTHING, present);
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
    turned(PLAN, holding(null), "document-unreadable", true);
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
  void whatOthersCarriedOutInPartIsCompleted() {
    String partly = "{\"a\":\"x\",\"b\":\"2\"}";
    turned(REOPENED, holding(partly), "keys-put-back", true);
    staged(next(PLAN, Observed.NOTHING, holding(partly)), HELD);
  }

  @Test
  void whatHoldsTheChangeIsDoneOnlyByAMoveOfOurs() {
    Landed landed = new Landed(Rulebook.DB, ARN, "v2", List.of("a", "b"), Landed.Fate.WRITTEN);
    assertThat(next(REOPENED, Observed.NOTHING, holding(HELD)))
        .isEqualTo(new Need.Noted(PLAN.with(new Progress.Done(landed, MOVE))));
    staged(next(PLAN, Observed.NOTHING, holding(HELD)), HELD);
  }

  @Test
  void onceStagedItIsReadyUnlessTheBaseIsAnother() {
    Observed staged = Observed.NOTHING.with(new Observed.Staged("v2", "ours"));
    assertThat(next(PLAN, staged, holding(BASE)))
        .isEqualTo(new Need.Ready(PLAN.with(new Progress.Intended(ARN, "v2", "ours"))));
    staged(
        next(PLAN, Observed.NOTHING.with(new Observed.Staged("v1", "ours")), holding(BASE)), HELD);
  }

  private static void staged(Need need, String text) {
    assertThat(need)
        .isEqualTo(new Need.Called(new Action.Stage(PLAN, Action.Why.CHANGE, ARN, "v2", text)));
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
