package io.countersign.merge;

import static io.countersign.revision.Landed.Fate.REMOVED;
import static io.countersign.revision.Landed.Fate.WRITTEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.vault.FakeVault;
import java.util.List;

/** What there is when an exploration begins. */
final class Setting {
  private Setting() {}

  static FakeVault both() {
    FakeVault vault = one();
    vault.outsider().create("prod/two", "{\"a\":\"base\",\"b\":\"base\"}");
    return vault;
  }

  static FakeVault one() {
    FakeVault vault = new FakeVault();
    vault.outsider().create("prod/one", "{\"a\":\"base\",\"b\":\"base\"}");
    return vault;
  }

  static FakeVault waiting() {
    FakeVault vault = one();
    vault.delete(vault.outsider().create("prod/two", Stage.WAITING));
    return vault;
  }

  static List<Stage> alone(FakeVault vault) {
    return List.of(Stage.of(1, "a", Stage.WRITTEN, vault));
  }

  /** The first document goes, the second stays or comes back from its deletion. */
  static List<Stage> leaving(FakeVault vault) {
    return List.of(Stage.of(1, "a", List.of(REMOVED, WRITTEN), vault));
  }

  /** Two requests on both documents, the second of which changes this key. */
  static List<Stage> two(FakeVault vault, String key) {
    return List.of(Stage.of(1, "a", Stage.WRITTEN, vault), Stage.of(2, key, Stage.WRITTEN, vault));
  }

  static void kept(String what, FakeVault vault, List<Stage> stages, Bounds bounds) {
    Exploration exploration = new Exploration(vault, stages, bounds).run();
    System.out.printf(
        "merge of %s, %s: %d states, ends %s, at most %d steps to an end%n",
        what, bounds, exploration.states(), exploration.ends(), exploration.longest());
    assertThat(exploration.broken()).as(exploration.trace()).isEmpty();
    assertThat(exploration.ends()).containsKeys("MERGED", "OPEN");
  }
}
