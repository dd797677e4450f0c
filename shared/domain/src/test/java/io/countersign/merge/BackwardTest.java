package io.countersign.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.revision.Remains.State;
import io.countersign.sample.Rulebook;
import io.countersign.vault.Seen;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Design §5.4, step by step: what is seen, and what is done about it on the way back. */
class BackwardTest {
  private static final String ARN = "arn";
  private static final String BEFORE = "{\"a\":\"1\"}";
  private static final String AFTER = "{\"a\":\"2\"}";
  private static final Progress.Intended MOVE = new Progress.Intended(ARN, "base", "ours");
  private static final DocumentPlan PLAN = DocumentPlan.of(Rulebook.DB, "prod/db", null);
  private static final DocumentPlan MOVED = PLAN.with(MOVE);

  private final Map<String, String> texts = new HashMap<>(Map.of("base", BEFORE, "ours", AFTER));

  private static Need next(DocumentPlan plan, Observed observed) {
    return new Backward(plan, observed).next();
  }

  private static Seen.Present present(String current, @Nullable String previous, String text) {
    return new Seen.Present(ARN, current, previous, text, null);
  }

  /** What was seen, with the texts of base and ours. */
  private Observed seen(Seen seen) {
    return Observed.NOTHING.with(texts).with(seen);
  }

  private Need moved(Seen seen) {
    return next(MOVED, seen(seen));
  }

  private static void noted(Need need, @Nullable String version) {
    assertThat(need).isEqualTo(new Need.Noted(MOVED.with(new Progress.Undone(version))));
  }

  private static Need.Stuck stuck(Need need, State state, String words) {
    assertThat(need).isInstanceOf(Need.Stuck.class);
    Need.Stuck stuck = (Need.Stuck) need;
    assertThat(stuck.truth().state()).isEqualTo(state);
    assertThat(stuck.truth().versionId()).isEqualTo("ours");
    assertThat(stuck.truth().message()).startsWith("prod:/db " + words);
    return stuck;
  }

  private static void staged(Need need, String base, String text) {
    assertThat(need).isInstanceOf(Need.Called.class);
    Action.Call call = ((Need.Called) need).call();
    assertThat(call).isEqualTo(new Action.Stage(call.document(), Action.Why.UNDO, ARN, base, text));
    assertThat(call.toString()).doesNotContain("\"a\"");
  }

  @Test
  void whatNeverMovedNeedsNothing() {
    assertThat(next(PLAN, Observed.NOTHING)).isEqualTo(new Need.Settled());
    assertThat(next(PLAN.createdAs("first"), Observed.NOTHING))
        .isEqualTo(new Need.Noted(PLAN.createdAs("first").with(new Progress.Undone("first"))));
  }

  @Test
  void itLooksFirst() {
    assertThat(next(MOVED, Observed.NOTHING))
        .isEqualTo(new Need.Called(new Action.Look(MOVED, Action.Why.UNDO)));
  }

  @Test
  void whatIsGoneOrAnotherSecretHoldsNothingOfOurs() {
    noted(moved(new Seen.Missing()), null);
    noted(moved(new Seen.Deleted("other", "v")), null);
    noted(moved(new Seen.Present("other", "ours", null, AFTER, null)), null);
  }

  @Test
  void whatWaitsForItsDeletionIsLeftToWhoeverRestoresIt() {
    Need need = next(MOVED.createdAs("base"), seen(new Seen.Deleted(ARN, "ours")));
    assertThat(stuck(need, State.IN_DOUBT, "waits for its deletion").document()).isEqualTo(MOVED);
  }

  @Test
  void whatAwsRefusesIsToldByWhatWasSeen() {
    stuck(
        next(MOVED, seen(present("ours", "base", AFTER)).deniedWith("No.")),
        State.HELD,
        "holds the change, and AWS refuses to have it put back. No.");
    for (Observed unknown :
        new Observed[] {Observed.NOTHING, seen(present("other", "ours", AFTER))}) {
      stuck(
          next(MOVED, unknown.deniedWith("No.")),
          State.IN_DOUBT,
          "could not be put back: AWS refuses. No.");
    }
  }

  @Test
  void bothVersionsAreReadBeforeAnythingIsCompared() {
    Action.Recall recall = new Action.Recall(MOVED, ARN, Set.of("base", "ours"));
    Seen.Present present = present("ours", "base", AFTER);
    assertThat(next(MOVED, Observed.NOTHING.with(present))).isEqualTo(new Need.Called(recall));
    texts.remove("ours");
    assertThat(moved(present)).isEqualTo(new Need.Called(recall));
  }

  @Test
  void whatNobodyTouchedBecomesItsBaseAsANewVersion() {
    staged(moved(present("ours", "base", AFTER)), "ours", BEFORE);
  }

  @Test
  void whatOthersAddedOnTopStays() {
    staged(
        moved(present("theirs", "ours", "{\"a\":\"2\",\"k\":0}")),
        "theirs",
        "{\"a\":\"1\",\"k\":0}");
  }

  @Test
  void whereNothingOfOursIsLeftNothingIsWritten() {
    noted(moved(present("theirs", null, "{\"a\":\"9\"}")), "theirs");
    noted(moved(present("theirs", "other", BEFORE)), "theirs");
  }

  @Test
  void whereLabelsDoNotProveThatItIsOursNothingIsTouched() {
    stuck(moved(present("theirs", "other", AFTER)), State.IN_DOUBT, "was written by others");
    stuck(moved(present("theirs", null, AFTER)), State.IN_DOUBT, "was written by others");
  }

  @Test
  void whatCannotBeComparedIsToldAndNotTouched() {
    stuck(moved(present("ours", "base", "{\"a\":[]}")), State.IN_DOUBT, "is no flat JSON object");
    stuck(moved(present("ours", "base", "")), State.IN_DOUBT, "is no flat JSON object");
    stuck(
        moved(new Seen.Present(ARN, "ours", "base", null, null)),
        State.IN_DOUBT,
        "is no flat JSON object");
    texts.put("base", "");
    stuck(moved(present("ours", "base", AFTER)), State.IN_DOUBT, "cannot be compared");
    texts.put("base", BEFORE);
    texts.put("ours", "");
    stuck(moved(present("ours", "base", AFTER)), State.IN_DOUBT, "cannot be compared");
  }

  @Test
  void plainTextComesBackOnlyWhereNobodyPutAnObjectInItsPlace() {
    texts.put("base", "plain");
    staged(moved(present("ours", "base", AFTER)), "ours", "plain");
    stuck(
        moved(present("theirs", "ours", "{\"a\":\"2\",\"k\":0}")),
        State.IN_DOUBT,
        "was plain text, and others have put a JSON object in its place");
    noted(moved(present("theirs", "ours", "their text")), "theirs");
    texts.put("ours", "other plain");
    noted(moved(present("theirs", "ours", "{\"k\":0}")), "theirs");
  }

  @Test
  void whatIsHeldBusyOrTooLongStillHoldsTheChange() {
    stuck(
        moved(present("ours", "base", AFTER).heldBy(Seen.Hindrance.ROTATING)),
        State.HELD,
        "holds the change. It is being rotated just now");
    Observed busy = Observed.NOTHING;
    for (int i = 0; i < Staging.PATIENCE; i++) {
      busy = busy.refused();
      Need need = next(MOVED, busy.with(texts).with(present("ours", "base", AFTER)));
      if (i < Staging.PATIENCE - 1) {
        staged(need, "ours", BEFORE);
      } else {
        stuck(need, State.HELD, "holds the change, and others write to it again and again");
      }
    }
    texts.put("base", "{\"a\":\"" + "x".repeat(40_000) + "\"}");
    stuck(
        moved(present("theirs", "ours", "{\"a\":\"2\",\"k\":\"" + "y".repeat(40_000) + "\"}")),
        State.HELD,
        "holds the change, and would be too long");
  }

  @Test
  void onceStagedItMovesUnlessTheBaseIsAnother() {
    Seen.Present present = present("ours", "base", AFTER);
    Observed staged = seen(present).with(new Observed.Staged("ours", "undo"));
    assertThat(next(MOVED, staged))
        .isEqualTo(new Need.Called(new Action.Swap(MOVED, ARN, "ours", "undo")));
    staged(next(MOVED, seen(present).with(new Observed.Staged("other", "undo"))), "ours", BEFORE);
  }

  @Test
  void whatCountedAsNoneDoesNotComeBackBesideWhatOthersWrote() {
    DocumentPlan made = MOVED.createdAs("base");
    staged(
        next(made, seen(present("theirs", "ours", "{\"a\":\"2\",\"k\":0}"))),
        "theirs",
        "{\"k\":0}");
    staged(next(made, seen(present("ours", "base", AFTER))), "ours", BEFORE);
  }

  private static Need emptied(String version, Observed observed) {
    return next(PLAN.createdAs("first").with(new Progress.Undone(version)), observed);
  }

  @Test
  void whatThisMergeMadeGoesWhileItIsAsItWasThen() {
    DocumentPlan plan = PLAN.createdAs("first").with(new Progress.Undone("v3"));
    Seen.Present present = present("v3", null, "{}");
    assertThat(emptied("v3", Observed.NOTHING))
        .isEqualTo(new Need.Called(new Action.Look(plan, Action.Why.UNDO)));
    assertThat(emptied("v3", Observed.NOTHING.with(present)))
        .isEqualTo(new Need.Called(new Action.Recall(plan, ARN, Set.of("first"))));
    Observed same = Observed.NOTHING.with(Map.of("first", "{}"));
    assertThat(emptied("v3", same.with(present)))
        .isEqualTo(new Need.Called(new Action.Discard(plan, ARN)));
    assertThat(emptied("v3", Observed.NOTHING.with(Map.of("first", "{\"k\":0}")).with(present)))
        .isEqualTo(new Need.Parted());
    assertThat(emptied("first", Observed.NOTHING.with(present("first", null, "{}"))))
        .isEqualTo(
            new Need.Called(
                new Action.Discard(
                    PLAN.createdAs("first").with(new Progress.Undone("first")), ARN)));
  }

  @Test
  void whatIsNotAsItWasThenStays() {
    Observed same = Observed.NOTHING.with(Map.of("first", "{}"));
    assertThat(emptied("v3", same.with(present("v4", "v3", "{}")))).isEqualTo(new Need.Parted());
    assertThat(emptied("v3", Observed.NOTHING.with(present("v4", "v3", "{}"))))
        .isEqualTo(new Need.Parted());
    assertThat(emptied("v3", same.with(new Seen.Missing()))).isEqualTo(new Need.Parted());
    assertThat(emptied("v3", same.with(new Seen.Deleted(ARN, "v3")))).isEqualTo(new Need.Parted());
    assertThat(emptied("v3", same.deniedWith("No."))).isEqualTo(new Need.Settled());
    assertThat(emptied("v3", Observed.NOTHING.with(present("v3", null, "{}")).deniedWith("No.")))
        .isEqualTo(new Need.Settled());
    assertThat(next(PLAN.with(new Progress.Undone("v3")), same)).isEqualTo(new Need.Settled());
    assertThat(next(PLAN.createdAs("first").with(new Progress.Undone(null)), same))
        .isEqualTo(new Need.Parted());
  }

  @Test
  void whatOthersWroteBeforeItWentComesBack() {
    DocumentPlan plan = PLAN.createdAs("first").with(new Progress.Undone("v3"));
    for (String other : new String[] {"v4", null}) {
      assertThat(emptied("v3", Observed.NOTHING.with(new Seen.Deleted(ARN, other))))
          .isEqualTo(new Need.Called(new Action.Restore(plan, ARN)));
    }
    assertThat(new Leaving(plan, Observed.NOTHING.deniedWith("No."), "v3").next())
        .isEqualTo(new Need.Settled());
  }
}
