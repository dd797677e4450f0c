package io.countersign.merge;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * One step of one party.
 *
 * @param fence of whoever made it
 */
record Step(Saga before, Saga after, Stage stage, int party, long fence) {
  Party was() {
    return before.party(party);
  }

  Party is() {
    return after.party(party);
  }

  /** Whether anything is another than before. */
  boolean effective() {
    return !before.vault().equals(after.vault())
        || !was().plan().equals(is().plan())
        || !was().request().equals(is().request());
  }

  /** Whether it ended a merge. */
  boolean ends() {
    return was().merging() && !is().merging();
  }

  /** Whether nothing is left to be done after it. */
  boolean settles() {
    return was().busy() && !is().busy();
  }

  /** Whether it took a failed merge up again. */
  boolean takesUp() {
    return was().takeUps() > is().takeUps();
  }

  /** Whether it changed anything in a document but what the change is about. */
  boolean touchesOthers() {
    return IntStream.range(0, Stage.BOTH.size())
        .anyMatch(i -> !others(before, i).equals(others(after, i)));
  }

  private SortedMap<String, String> others(Saga of, int document) {
    SortedMap<String, String> values = new TreeMap<>(Texts.values(of.vault(), document));
    boolean claimed = was().truth().get(document).claimed();
    values
        .keySet()
        .removeIf(key -> claimed ? key.equals(stage.key()) : !stage.foreign(document, key));
    return values;
  }

  /** Whether it changed a key that somebody else had written. */
  boolean overwritesOthers() {
    return IntStream.range(0, Stage.BOTH.size())
        .anyMatch(
            i ->
                was().truth().get(i).owner() == Ghost.Owner.OTHERS
                    && !value(before, i).equals(value(after, i)));
  }

  private String value(Saga of, int document) {
    return Texts.values(of.vault(), document).getOrDefault(stage.key(), "");
  }

  /** Whether our value is live in a document, and by us. */
  boolean live(int document) {
    return is().truth().get(document).owner() == Ghost.Owner.US
        && stage.ours(document).equals(value(after, document));
  }
}
