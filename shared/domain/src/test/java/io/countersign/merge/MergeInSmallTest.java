package io.countersign.merge;

import io.countersign.merge.Bounds.Deed;
import io.countersign.vault.FakeVault;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The promises of {@link MergeExplorationTest} where little goes wrong: in a second, so that every
 * change of the protocol is held against them.
 */
class MergeInSmallTest {
  private static void kept(String what, FakeVault vault, List<Stage> stages, Deed... deeds) {
    Setting.kept(what, vault, stages, Bounds.of(1, 1, 1, deeds));
  }

  @Test
  void twoDocuments() {
    kept("two documents", Setting.both(), Setting.alone(Setting.both()), Deed.DENY);
  }

  @Test
  void twoDocumentsThatOthersRollBack() {
    kept("two documents", Setting.both(), Setting.alone(Setting.both()), Deed.ROLL_BACK);
  }

  @Test
  void aDocumentAndANewOne() {
    kept("a document and a new one", Setting.one(), Setting.alone(Setting.one()), Deed.CREATE);
  }

  @Test
  void aDocumentThatGoesAndOneTakenBackFromItsDeletion() {
    kept(
        "a document that goes and one taken back",
        Setting.waiting(),
        Setting.leaving(Setting.waiting()));
  }

  @Test
  void twoRequests() {
    kept("two requests", Setting.both(), Setting.two(Setting.both(), "a"));
  }
}
