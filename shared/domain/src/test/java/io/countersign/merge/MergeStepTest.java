package io.countersign.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.explain.Reason;
import io.countersign.project.DocumentId;
import io.countersign.proposal.Wanted;
import io.countersign.request.Command;
import io.countersign.revision.DocumentBase;
import io.countersign.revision.Landed;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import io.countersign.vault.Seen;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What two documents of one merge do to each other: which waits for which (design §5). */
class MergeStepTest {
  private static final Tokens TOKENS = new Tokens(Proposals.ONE, Proposals.digest());
  private static final DocumentPlan ONE = plan("/one");
  private static final DocumentPlan TWO = plan("/two");
  private static final Reason BACK = Reason.of("back", "It turns back.");

  private static DocumentPlan plan(String path) {
    return DocumentPlan.of(Rulebook.document(path), "prod" + path, null);
  }

  private static Progress.Intended move(DocumentPlan plan) {
    return new Progress.Intended(arn(plan), "base", "ours");
  }

  private static String arn(DocumentPlan plan) {
    return "arn of " + plan.document();
  }

  private static Landed landed(DocumentPlan plan, Landed.Fate fate) {
    return new Landed(plan.document(), arn(plan), "ours", List.of("a"), fate);
  }

  private static DocumentPlan moving(DocumentPlan plan) {
    return plan.with(move(plan));
  }

  private static DocumentPlan done(DocumentPlan plan) {
    return plan.with(new Progress.Done(landed(plan, Landed.Fate.WRITTEN), move(plan)));
  }

  private static DocumentPlan removed(DocumentPlan plan) {
    return plan.with(new Progress.Removed(landed(plan, Landed.Fate.REMOVED)));
  }

  private static Plan both(DocumentPlan one, DocumentPlan two) {
    return Plan.of(Lease.FREE, List.of(one, two));
  }

  private static Wanted wanted(DocumentPlan plan) {
    return Wants.setting(
        new DocumentBase(plan.document(), arn(plan), "base"), "{}", Map.of("a", "x"));
  }

  private static Wanted creating(DocumentPlan plan) {
    return Wants.setting(new DocumentBase(plan.document(), null, null), "{}", Map.of("a", "x"));
  }

  private static Observed saw(DocumentPlan plan, String current) {
    return Observed.NOTHING.with(new Seen.Present(arn(plan), current, null, "{}", null));
  }

  private static Observed staged(DocumentPlan plan) {
    return saw(plan, "base").with(new Observed.Staged("base", "ours"));
  }

  private static List<Action> next(Plan plan, Observed one, Observed two) {
    return next(plan, one, two, List.of(wanted(ONE), wanted(TWO)));
  }

  private static List<Action> next(Plan plan, Observed one, Observed two, List<Wanted> wanted) {
    Map<DocumentId, Observed> observed = Map.of(ONE.document(), one, TWO.document(), two);
    return MergeStep.next(new Memory(plan, observed), TOKENS, wanted);
  }

  private static Action look(DocumentPlan plan, Action.Why why) {
    return new Action.Look(plan, why);
  }

  private static Action swap(DocumentPlan plan) {
    return new Action.Swap(plan, arn(plan), "base", "ours");
  }

  @Test
  void whatIsToBeRecordedIsRecordedBeforeAnyCallIsMade() {
    Observed missing = Observed.NOTHING.with(new Seen.Missing());
    assertThat(next(both(ONE, TWO), Observed.NOTHING, missing, List.of(wanted(ONE), creating(TWO))))
        .containsExactly(
            new Action.Note(both(ONE, TWO.createdAs(TOKENS.creation(TWO.secretName())))));
  }

  @Test
  void noMoveIsRecordedUntilEveryDocumentIsReady() {
    assertThat(next(both(ONE, TWO), staged(ONE), Observed.NOTHING))
        .containsExactly(look(TWO, Action.Why.CHANGE));
    assertThat(next(both(ONE, moving(TWO)), staged(ONE), Observed.NOTHING.refused()))
        .containsExactly(new Action.Note(both(ONE, TWO.again())));
  }

  @Test
  void theMovesOfAllAreRecordedAtOnce() {
    assertThat(next(both(ONE, TWO), staged(ONE), staged(TWO)))
        .containsExactly(new Action.Note(both(moving(ONE), moving(TWO))));
    assertThat(next(both(done(ONE), TWO), Observed.NOTHING, staged(TWO)))
        .containsExactly(new Action.Note(both(done(ONE), moving(TWO))));
    assertThat(next(both(moving(ONE), TWO), Observed.NOTHING.moved(), staged(TWO)))
        .containsExactly(new Action.Note(both(done(ONE), moving(TWO))));
    assertThat(next(both(moving(ONE), TWO), saw(ONE, "base"), staged(TWO)))
        .containsExactly(swap(moving(ONE)));
  }

  @Test
  void nothingMovesBeforeEveryDocumentWasLookedAt() {
    Plan moving = both(moving(ONE), moving(TWO));
    assertThat(next(moving, saw(ONE, "base"), Observed.NOTHING))
        .containsExactly(look(moving(TWO), Action.Why.CHANGE));
    assertThat(next(moving, saw(ONE, "base"), saw(TWO, "base")))
        .containsExactly(swap(moving(ONE)), swap(moving(TWO)));
  }

  @Test
  void itEndsOnceEveryDocumentIsDone() {
    assertThat(next(both(done(ONE), done(TWO)), Observed.NOTHING, Observed.NOTHING))
        .containsExactly(
            new Action.End(
                new Command.Finish(
                    List.of(landed(ONE, Landed.Fate.WRITTEN), landed(TWO, Landed.Fate.WRITTEN))),
                both(done(ONE), done(TWO))));
  }

  @Test
  void theFirstDocumentThatTurnsBackSaysWhy() {
    Observed refused = Observed.NOTHING.deniedWith("No.");
    List<Action> actions = next(both(ONE, TWO), refused, Observed.NOTHING.deniedWith("Never."));
    assertThat(actions)
        .containsExactly(
            new Action.Note(
                both(ONE, TWO)
                    .retreating(
                        Reason.of("aws-refused", "prod:/one cannot be written. No.."), false)));
  }

  @Test
  void onTheWayBackEachGoesForItself() {
    Plan back = both(moving(ONE), moving(TWO)).retreating(BACK, false);
    Observed undoing =
        Observed.NOTHING
            .with(Map.of("base", "{}", "ours", "{\"a\":\"x\"}"))
            .with(new Seen.Present(arn(ONE), "ours", "base", "{\"a\":\"x\"}", null))
            .with(new Observed.Staged("ours", "undo"));
    assertThat(next(back, undoing, Observed.NOTHING))
        .containsExactlyInAnyOrder(
            new Action.Swap(moving(ONE), arn(ONE), "ours", "undo"),
            look(moving(TWO), Action.Why.UNDO));
  }

  @Test
  void whatIsToBeDeletedIsLookedAtBeforeAnythingIsRecorded() {
    Plan landed = both(removed(ONE), removed(TWO));
    Observed gone = Observed.NOTHING.with(new Seen.Deleted(arn(ONE), "ours"));
    assertThat(next(landed, gone, Observed.NOTHING))
        .containsExactly(look(removed(TWO), Action.Why.UNDO));
    assertThat(next(landed, gone, saw(TWO, "ours")))
        .containsExactly(new Action.Discard(removed(TWO), arn(TWO)));
    assertThat(next(landed, gone, saw(TWO, "theirs")))
        .containsExactly(new Action.Note(Plan.of(Lease.FREE, List.of())));
  }

  @Test
  void whatAwsRefusesToDeleteIsRecordedOnce() {
    Observed denied = Observed.NOTHING.deniedWith("No.");
    Plan refused = both(removed(ONE).undeletable(), removed(TWO).undeletable());
    assertThat(next(both(removed(ONE), removed(TWO)), denied, denied))
        .containsExactly(new Action.Note(refused));
    assertThat(next(refused, denied, denied)).isEmpty();
  }
}
