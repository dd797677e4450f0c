package io.countersign.merge;

import io.countersign.revision.Landed;
import io.countersign.vault.FakeVault;
import io.countersign.vault.Seen;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** All that others can do next. */
record Others(List<Stage> stages, Bounds bounds) {
  /** What comes of each, by what it is. */
  Map<String, Saga> after(Saga saga) {
    Map<String, Saga> next = new LinkedHashMap<>();
    for (int i = 0; i < Stage.BOTH.size(); i++) {
      String name = Stage.secret(Stage.BOTH.get(i));
      Seen seen = saga.opened().read(name);
      if (seen instanceof Seen.Present present) {
        writes(saga, i, present, next);
        rollsBack(saga, i, present, next);
      } else if (seen instanceof Seen.Missing && bounds.deeds().contains(Bounds.Deed.CREATE)) {
        FakeVault vault = saga.opened();
        vault.outsider().create(name, "{\"k\":\"theirs\"}");
        next.put("others create " + name, done(saga, i, vault));
      }
      if (bounds.deeds().contains(Bounds.Deed.DENY) && saga.left().denied() < 0) {
        next.put("AWS denies us " + name, saga.written(i));
      }
    }
    if (saga.left().denied() >= 0) {
      next.put("AWS lets us again", saga.written(-1));
    }
    return next;
  }

  private void writes(Saga saga, int document, Seen.Present present, Map<String, Saga> next) {
    write(saga, document, present, "k", "theirs", next);
    for (Stage stage : stages) {
      write(saga, document, present, stage.key(), "theirs", next);
      write(saga, document, present, stage.key(), Stage.BASE, next);
      if (stage.fates().get(document) == Landed.Fate.WRITTEN) {
        write(saga, document, present, stage.key(), stage.ours(document), next);
      }
    }
  }

  private void write(
      Saga saga,
      int document,
      Seen.Present present,
      String key,
      String value,
      Map<String, Saga> next) {
    SortedMap<String, String> values = new TreeMap<>(Texts.values(present.text()));
    if (!value.equals(values.put(key, value))) {
      FakeVault vault = saga.opened();
      String name = Stage.secret(Stage.BOTH.get(document));
      vault.outsider().put(name, Texts.text(values));
      next.put("others write " + name + " " + key + "=" + value, done(saga, document, vault));
    }
  }

  private void rollsBack(Saga saga, int document, Seen.Present present, Map<String, Saga> next) {
    if (bounds.deeds().contains(Bounds.Deed.ROLL_BACK) && present.previous() != null) {
      FakeVault vault = saga.opened();
      String name = Stage.secret(Stage.BOTH.get(document));
      vault.outsider().promote(name, present.previous());
      next.put("others roll back " + name, done(saga, document, vault));
    }
  }

  private Saga done(Saga saga, int document, FakeVault vault) {
    Saga next = saga.with(vault.snapshot()).written(saga.left().denied());
    for (int i = 0; i < saga.parties().size(); i++) {
      next = next.with(i, seen(saga, next, i, document));
    }
    return next;
  }

  private Party seen(Saga before, Saga after, int party, int document) {
    String key = stages.get(party).key();
    String was = Texts.values(before.vault(), document).getOrDefault(key, "");
    String is = Texts.values(after.vault(), document).getOrDefault(key, "");
    Party seen = after.party(party);
    if (was.equals(is)) {
      return seen;
    }
    Stage stage = stages.get(party);
    Ghost ghost = seen.truth().get(document);
    boolean back = is.equals(stage.ours(document)) && ours(after, document);
    return seen.seen(document, back ? ghost.broughtBack() : ghost.others(stage, document, is));
  }

  /** Whether the current version is one that a merge has made. */
  private static boolean ours(Saga saga, int document) {
    return saga.opened().read(Stage.secret(Stage.BOTH.get(document))) instanceof Seen.Present now
        && !now.current().startsWith("outsider");
  }
}
