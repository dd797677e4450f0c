package io.countersign.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.proposal.Wanted;
import io.countersign.revision.DocumentBase;
import io.countersign.revision.Landed;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import io.countersign.vault.Seen;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Design §5.2 and 5.3, step by step: what is seen, and what is done about it on the way forward.
 */
class ForwardTest {
  private static final String ARN = "arn";
  private static final Tokens TOKENS = new Tokens(Proposals.ONE, Proposals.digest());
  private static final DocumentPlan PLAN = DocumentPlan.of(Rulebook.DB, "prod/db", null);
  private static final Progress.Intended MOVE = new Progress.Intended(ARN, "base", "ours");
  private static final Landed LANDED =
      new Landed(Rulebook.DB, ARN, "ours", List.of("a"), Landed.Fate.WRITTEN);

  private static Wanted wanted(@Nullable String arn) {
    DocumentBase base = new DocumentBase(Rulebook.DB, arn, arn == null ? null : "base");
    return Wants.setting(base, "{}", Map.of("a", "x"));
  }

  private static Need next(DocumentPlan plan, Observed observed) {
    return new Forward(plan, wanted(ARN), observed, TOKENS).next();
  }

  /** Of a document that was not there. */
  private static Need fresh(DocumentPlan plan, @Nullable Seen seen) {
    return new Forward(plan, wanted(null), Observed.NOTHING.with(seen), TOKENS).next();
  }

  private static Seen.Present present(String arn, String current, @Nullable String previous) {
    return new Seen.Present(arn, current, previous, "{}", null);
  }

  private static void turned(Need need, String code, boolean dead) {
    assertThat(need).isInstanceOf(Need.Turned.class);
    assertThat(((Need.Turned) need).reason().code()).isEqualTo(code);
    assertThat(((Need.Turned) need).dead()).isEqualTo(dead);
  }

  private static void done(Need need) {
    assertThat(need).isEqualTo(new Need.Noted(PLAN.with(new Progress.Done(LANDED, MOVE))));
  }

  @Test
  void whatIsDoneNeedsNothingWhateverElseIsSo() {
    DocumentPlan done = PLAN.with(new Progress.Done(LANDED, MOVE));
    assertThat(new Forward(done, null, Observed.NOTHING.deniedWith("No."), TOKENS).next())
        .isEqualTo(new Need.Settled());
  }

  @Test
  void withoutTheValuesOrAgainstAwsItTurnsBack() {
    turned(new Forward(PLAN, null, Observed.NOTHING, TOKENS).next(), "values-lost", true);
    turned(next(PLAN, Observed.NOTHING.deniedWith("No.")), "aws-refused", false);
    turned(next(PLAN.with(MOVE), Observed.NOTHING.deniedWith("No.")), "aws-refused", false);
  }

  @Test
  void whatItsOwnSwapSaidIsTaken() {
    done(next(PLAN.with(MOVE), Observed.NOTHING.moved()));
    assertThat(next(PLAN.with(MOVE), Observed.NOTHING.refused()))
        .isEqualTo(new Need.Noted(PLAN.with(MOVE).again()));
    assertThat(PLAN.with(MOVE).again().refusals()).isEqualTo(1);
    assertThat(PLAN.with(MOVE).again().progress()).isEqualTo(new Progress.Untouched());
  }

  @Test
  void whoComesAfterAnIntentLooksWhetherItMoved() {
    DocumentPlan intended = PLAN.with(MOVE);
    assertThat(next(intended, Observed.NOTHING))
        .isEqualTo(new Need.Called(new Action.Look(intended, Action.Why.CHANGE)));
    done(next(intended, Observed.NOTHING.with(present(ARN, "ours", "base"))));
    done(next(intended, Observed.NOTHING.with(present(ARN, "theirs", "ours"))));
    assertThat(next(intended, Observed.NOTHING.with(present(ARN, "base", null))))
        .isEqualTo(new Need.Called(new Action.Swap(intended, ARN, "base", "ours")));
  }

  @Test
  void whereThatCannotBeToldItTurnsBack() {
    DocumentPlan intended = PLAN.with(MOVE);
    for (Seen seen :
        List.of(
            present(ARN, "theirs", "other"),
            present("other", "ours", "base"),
            present("other", "base", null),
            new Seen.Missing(),
            new Seen.Deleted(ARN, "ours"))) {
      turned(next(intended, Observed.NOTHING.with(seen)), "document-overwritten", false);
    }
  }

  @Test
  void itLooksBeforeAnythingElse() {
    assertThat(next(PLAN, Observed.NOTHING))
        .isEqualTo(new Need.Called(new Action.Look(PLAN, Action.Why.CHANGE)));
  }

  @Test
  void whatWasThereAndIsGoneIsRevised() {
    turned(next(PLAN, Observed.NOTHING.with(new Seen.Missing())), "document-gone", true);
    turned(next(PLAN, Observed.NOTHING.with(new Seen.Deleted(ARN, "base"))), "document-gone", true);
  }

  @Test
  void whatIsNewIsRecordedBeforeItIsMade() {
    String first = TOKENS.creation("prod/db");
    DocumentPlan recorded = PLAN.createdAs(first);
    assertThat(fresh(PLAN, new Seen.Missing())).isEqualTo(new Need.Noted(recorded));
    assertThat(fresh(recorded, new Seen.Missing()))
        .isEqualTo(new Need.Called(new Action.Create(recorded)));
  }

  @Test
  void theVersionThatCameOfMakingItIsRecordedWhereItIsAnother() {
    DocumentPlan recorded = PLAN.createdAs("first");
    assertThat(next(recorded, Observed.NOTHING.bornAs("other")))
        .isEqualTo(new Need.Noted(PLAN.createdAs("other")));
    Need looked = new Need.Called(new Action.Look(recorded, Action.Why.CHANGE));
    assertThat(next(recorded, Observed.NOTHING.bornAs("first"))).isEqualTo(looked);
    assertThat(next(recorded, Observed.NOTHING.bornAs(null))).isEqualTo(looked);
  }

  @Test
  void aChangeThatGivesNoKeyAValueMakesNoSecret() {
    Wanted nothing = new Wanted(new DocumentBase(Rulebook.DB, null, null), List.of());
    for (Seen seen : List.of(new Seen.Missing(), new Seen.Deleted(ARN, "old"))) {
      turned(
          new Forward(PLAN, nothing, Observed.NOTHING.with(seen), TOKENS).next(),
          "document-gone",
          true);
    }
  }

  @Test
  void whatWaitsForItsDeletionIsTakenBackOnceItIsRecordedWhatComesWithIt() {
    DocumentPlan recorded = PLAN.createdAs("old");
    assertThat(fresh(PLAN, new Seen.Deleted(ARN, "old"))).isEqualTo(new Need.Noted(recorded));
    assertThat(fresh(recorded, new Seen.Deleted(ARN, "old")))
        .isEqualTo(new Need.Called(new Action.Restore(recorded, ARN)));
    assertThat(fresh(PLAN, new Seen.Deleted(ARN, null)))
        .isEqualTo(new Need.Called(new Action.Restore(PLAN, ARN)));
  }

  @Test
  void whatAMoveOfBeforeMayBeLiveInIsNotTakenBack() {
    DocumentPlan reopened = PLAN.with(MOVE).reopened();
    assertThat(reopened.progress()).isEqualTo(new Progress.Reopened(MOVE));
    turned(fresh(reopened, new Seen.Deleted(ARN, "ours")), "document-gone", true);
    assertThat(PLAN.reopened()).isEqualTo(PLAN);
  }
}
