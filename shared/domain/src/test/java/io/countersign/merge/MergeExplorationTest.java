package io.countersign.merge;

import static io.countersign.merge.Bounds.Deed.CREATE;
import static io.countersign.merge.Bounds.Deed.DENY;
import static io.countersign.merge.Bounds.Deed.ROLL_BACK;
import static io.countersign.revision.Landed.Fate.REMOVED;
import static io.countersign.revision.Landed.Fate.WRITTEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.vault.FakeVault;
import java.util.List;
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

  private static FakeVault both() {
    FakeVault vault = one();
    vault.outsider().create("prod/two", "{\"a\":\"base\",\"b\":\"base\"}");
    return vault;
  }

  private static FakeVault one() {
    FakeVault vault = new FakeVault();
    vault.outsider().create("prod/one", "{\"a\":\"base\",\"b\":\"base\"}");
    return vault;
  }

  private static FakeVault waiting() {
    FakeVault vault = one();
    vault.delete(vault.outsider().create("prod/two", Stage.WAITING));
    return vault;
  }

  private static List<Stage> alone(FakeVault vault) {
    return List.of(Stage.of(1, "a", Stage.WRITTEN, vault));
  }

  /** The first document goes, the second stays or comes back from its deletion. */
  private static List<Stage> leaving(FakeVault vault) {
    return List.of(Stage.of(1, "a", List.of(REMOVED, WRITTEN), vault));
  }

  /** Two requests on both documents, the second of which changes this key. */
  private static List<Stage> two(FakeVault vault, String key) {
    return List.of(Stage.of(1, "a", Stage.WRITTEN, vault), Stage.of(2, key, Stage.WRITTEN, vault));
  }

  private static void kept(String what, FakeVault vault, List<Stage> stages, Bounds bounds) {
    Exploration exploration = new Exploration(vault, stages, bounds).run();
    System.out.printf(
        "merge of %s, %s: %d states, ends %s, at most %d steps to an end%n",
        what, bounds, exploration.states(), exploration.ends(), exploration.longest());
    assertThat(exploration.broken()).as(exploration.trace()).isEmpty();
    assertThat(exploration.ends()).containsKeys("MERGED", "OPEN");
  }

  @Test
  void everyPromiseIsKeptByTwoDocuments() {
    kept("two documents", both(), alone(both()), Bounds.of(2, 2 + MORE, 0));
  }

  @Test
  void everyPromiseIsKeptWhenOthersRollBack() {
    kept("two documents", both(), alone(both()), Bounds.of(1, 2 + MORE, 0, ROLL_BACK));
  }

  @Test
  void everyPromiseIsKeptByADocumentAndANewOne() {
    kept("a document and a new one", one(), alone(one()), Bounds.of(1, 2 + MORE, 1, CREATE));
  }

  @Test
  void everyPromiseIsKeptWhenAFailedMergeIsTakenUpAgain() {
    kept("two documents", both(), alone(both()), Bounds.of(1, 2 + MORE, 1, DENY));
  }

  @Test
  void everyPromiseIsKeptByADocumentThatGoesAndOneThatStays() {
    kept(
        "a document that goes and one that stays",
        both(),
        leaving(both()),
        Bounds.of(1, 2 + MORE, 1));
  }

  @Test
  void everyPromiseIsKeptByADocumentThatGoesAndOneTakenBackFromItsDeletion() {
    kept(
        "a document that goes and one taken back",
        waiting(),
        leaving(waiting()),
        Bounds.of(1, 2 + MORE, 1));
  }

  @Test
  void everyPromiseIsKeptByTwoRequestsOneAfterTheOther() {
    kept("two requests", both(), two(both(), "b"), Bounds.of(1, 1 + MORE, 1));
    kept("two requests on the same key", both(), two(both(), "a"), Bounds.of(1, 2 + MORE, 1));
  }

  @Test
  void everyPromiseIsKeptByTwoRequestsAtOnceThatNoLockKeepsApart() {
    Bounds bounds = Bounds.of(1, MORE, 0).unlocked();
    kept("two requests at once", both(), two(both(), "b"), bounds);
    kept("two requests at once on the same key", both(), two(both(), "a"), bounds);
  }

  /** What breaks first where a guard is left out, and what more within some thousand states. */
  @Test
  void withoutAnyOfTheGuardsAPromiseIsBroken() {
    System.out.printf("%-18s %s%n", "merge without", "breaks");
    for (Guard guard : Guard.values()) {
      FakeVault vault = guard == Guard.CREATION ? one() : both();
      Exploration exploration =
          new Exploration(vault, alone(vault), Bounds.of(2, 2, 1, DENY), guard, 20_000).run();
      System.out.printf("%-18s %s%n", guard, exploration.broken());
      assertThat(exploration.broken()).as(guard.name()).isNotEmpty();
    }
  }
}
