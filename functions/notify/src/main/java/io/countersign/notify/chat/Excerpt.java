package io.countersign.notify.chat;

import io.countersign.notify.letter.Line;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * As many lines as there is room for, in their order: what becomes of every thing has room before
 * what changes about it.
 *
 * @param more how many had no room
 */
record Excerpt(List<Line> lines, int more) {
  static Excerpt of(List<Line> all, int room, ToIntFunction<Line> length) {
    List<Integer> order =
        IntStream.range(0, all.size())
            .boxed()
            .sorted(Comparator.comparing(each -> !all.get(each).heads()))
            .toList();
    SortedSet<Integer> shown = new TreeSet<>();
    int left = room;
    for (int each : order) {
      left -= length.applyAsInt(all.get(each));
      if (left < 0) {
        break;
      }
      shown.add(each);
    }
    return new Excerpt(shown.stream().map(all::get).toList(), all.size() - shown.size());
  }
}
