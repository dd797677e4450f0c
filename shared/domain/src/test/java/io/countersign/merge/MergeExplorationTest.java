package io.countersign.merge;

import static io.countersign.revision.Landed.Fate.REMOVED;
import static io.countersign.revision.Landed.Fate.WRITTEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.revision.Landed;
import io.countersign.vault.FakeVault;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The merge protocol (design §5) keeps its promises in every state that two documents, holders that
 * die at any step, a late write, and other writers can bring about.
 */
class MergeExplorationTest {
  /** How often a holder may die, and how often others may write. */
  private static final int CRASHES = Integer.getInteger("explore.crashes", 1);

  private static final int WRITES = Integer.getInteger("explore.writes", 2);

  private static FakeVault both() {
    FakeVault vault = one();
    vault.outsider().create("prod/two", "{\"a\":\"" + Stage.BASE + "\"}");
    return vault;
  }

  private static FakeVault one() {
    FakeVault vault = new FakeVault();
    vault.outsider().create("prod/one", "{\"a\":\"" + Stage.BASE + "\"}");
    return vault;
  }

  private static FakeVault waiting() {
    FakeVault vault = one();
    vault.delete(vault.outsider().create("prod/two", Stage.WAITING));
    return vault;
  }

  @Test
  void everyPromiseIsKeptByTwoDocuments() {
    explored("two documents", both(), WRITTEN, WRITTEN);
  }

  @Test
  void everyPromiseIsKeptByADocumentAndANewOne() {
    explored("a document and a new one", one(), WRITTEN, WRITTEN);
  }

  @Test
  void everyPromiseIsKeptByADocumentThatGoesAndOneThatStays() {
    explored("a document that goes and one that stays", both(), REMOVED, WRITTEN);
  }

  @Test
  void everyPromiseIsKeptByADocumentThatGoesAndOneTakenBackFromItsDeletion() {
    explored("a document that goes and one taken back", waiting(), REMOVED, WRITTEN);
  }

  private static void explored(String what, FakeVault vault, Landed.Fate... fates) {
    Exploration exploration = new Exploration(vault, List.of(fates), CRASHES, WRITES, null).run();
    System.out.printf(
        "merge of %s: %d states with %d crashes and %d writes, ends %s%n",
        what, exploration.states(), CRASHES, WRITES, exploration.ends());
    assertThat(exploration.broken()).as(exploration.trace()).isEmpty();
    assertThat(exploration.ends()).containsOnlyKeys("Fail", "Finish", "GiveUp");
  }

  @ParameterizedTest
  @EnumSource(Guard.class)
  void withoutAGuardAPromiseIsBroken(Guard guard) {
    // A late write does harm once the one who knows better is dead too.
    int crashes = guard == Guard.FENCE ? 2 : 1;
    Exploration exploration =
        new Exploration(both(), List.of(WRITTEN, WRITTEN), crashes, 2, guard).run();
    System.out.printf(
        "without %s: %s after %d states%n", guard, exploration.broken(), exploration.states());
    assertThat(exploration.broken()).isNotEmpty();
  }
}
