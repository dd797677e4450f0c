package io.countersign.merge;

import static io.countersign.merge.Bounds.Deed.CREATE;
import static io.countersign.merge.Bounds.Deed.DENY;
import static io.countersign.merge.Bounds.Deed.ROLL_BACK;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.vault.FakeVault;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The merge protocol (design §5) keeps its promises in every state that two documents, holders that
 * die at any step, a late write, other writers, another request, and taking up what failed can
 * bring about. {@code -Dexplore.more=1} lets one thing more go wrong.
 */
@Tag("exploration")
class MergeExplorationTest {
  private static final int MORE = Integer.getInteger("explore.more", 0);

  @Test
  void everyPromiseIsKeptByTwoDocuments() {
    Setting.kept(
        "two documents", Setting.both(), Setting.alone(Setting.both()), Bounds.of(2, 2 + MORE, 0));
  }

  @Test
  void everyPromiseIsKeptWhenOthersRollBack() {
    Setting.kept(
        "two documents",
        Setting.both(),
        Setting.alone(Setting.both()),
        Bounds.of(1, 2 + MORE, 0, ROLL_BACK));
  }

  @Test
  void everyPromiseIsKeptByADocumentAndANewOne() {
    Setting.kept(
        "a document and a new one",
        Setting.one(),
        Setting.alone(Setting.one()),
        Bounds.of(1, 2 + MORE, 1, CREATE));
  }

  @Test
  void everyPromiseIsKeptWhenAFailedMergeIsTakenUpAgain() {
    Setting.kept(
        "two documents",
        Setting.both(),
        Setting.alone(Setting.both()),
        Bounds.of(1, 2 + MORE, 1, DENY));
  }

  @Test
  void everyPromiseIsKeptByADocumentThatGoesAndOneThatStays() {
    Setting.kept(
        "a document that goes and one that stays",
        Setting.both(),
        Setting.leaving(Setting.both()),
        Bounds.of(1, 2 + MORE, 1));
  }

  @Test
  void everyPromiseIsKeptByADocumentThatGoesAndOneTakenBackFromItsDeletion() {
    Setting.kept(
        "a document that goes and one taken back",
        Setting.waiting(),
        Setting.leaving(Setting.waiting()),
        Bounds.of(1, 2 + MORE, 1));
  }

  @Test
  void everyPromiseIsKeptByTwoRequestsOneAfterTheOther() {
    Setting.kept(
        "two requests",
        Setting.both(),
        Setting.two(Setting.both(), "b"),
        Bounds.of(1, 1 + MORE, 1));
    Setting.kept(
        "two requests on the same key",
        Setting.both(),
        Setting.two(Setting.both(), "a"),
        Bounds.of(1, 2 + MORE, 1));
  }

  @Test
  void everyPromiseIsKeptByTwoRequestsAtOnceThatNoLockKeepsApart() {
    Bounds bounds = Bounds.of(1, MORE, 0).unlocked();
    Setting.kept("two requests at once", Setting.both(), Setting.two(Setting.both(), "b"), bounds);
    Setting.kept(
        "two requests at once on the same key",
        Setting.both(),
        Setting.two(Setting.both(), "a"),
        bounds);
  }

  /** What breaks first where a guard is left out, and what more within some thousand states. */
  @Test
  void withoutAnyOfTheGuardsAPromiseIsBroken() {
    System.out.printf("%-18s %s%n", "merge without", "breaks");
    for (Guard guard : Guard.values()) {
      FakeVault vault =
          switch (guard) {
            case CREATION -> Setting.one();
            case PARTING -> Setting.waiting();
            case FENCE,
                LEASE,
                BASE_CHECK,
                COMPARE_AND_SWAP,
                INTENT,
                RETREAT,
                PROOF,
                TOKEN,
                FORMER_MOVE ->
                Setting.both();
          };
      Exploration exploration =
          new Exploration(vault, Setting.alone(vault), Bounds.of(2, 2, 1, DENY), guard, 20_000)
              .run();
      System.out.printf("%-18s %s%n", guard, exploration.broken());
      assertThat(exploration.broken()).as(guard.name()).isNotEmpty();
    }
  }
}
