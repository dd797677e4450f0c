package io.countersign.merge;

import io.countersign.vault.FakeVault;
import io.countersign.vault.Seen;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Others take a secret back from its deletion while nobody works on it. */
record Restoring(List<Stage> stages, Saga saga) {
  /** What comes of each that waits for its deletion, by what it is. */
  Map<String, Saga> each() {
    Map<String, Saga> next = new LinkedHashMap<>();
    for (int i = 0; i < Stage.BOTH.size(); i++) {
      String name = Stage.secret(Stage.BOTH.get(i));
      FakeVault vault = saga.opened();
      if (vault.read(name) instanceof Seen.Deleted(String arn, _)) {
        vault.restore(arn);
        next.put("others take back " + name, claimed(saga.with(vault.snapshot()), i));
      }
    }
    return next;
  }

  private Saga claimed(Saga restored, int document) {
    Saga next = restored;
    for (int i = 0; i < next.parties().size(); i++) {
      Party party = next.party(i);
      String value = Texts.values(next.vault(), document).getOrDefault(stages.get(i).key(), "");
      next = next.with(i, party.seen(document, party.truth().get(document).takenBack(value)));
    }
    return next;
  }
}
