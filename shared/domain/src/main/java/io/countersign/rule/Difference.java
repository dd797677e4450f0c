package io.countersign.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * One fact about a governed thing that an edit changes, for people.
 *
 * @param label what it is
 * @param before as it was, or null where there was no such fact
 * @param after as it is to be, or null where there is to be none
 */
public record Difference(String label, @Nullable String before, @Nullable String after) {

  /**
   * All that the edit changes, in the order in which a page would show it.
   *
   * @param names what people, machines and groups are called
   */
  public static List<Difference> of(Edit edit, Description.Names names) {
    Description facts = new Description(names);
    SequencedMap<String, String> before = facts.of(edit.before());
    SequencedMap<String, String> after = facts.of(edit.after());
    List<Difference> all = new ArrayList<>();
    for (Map.Entry<String, String> each : before.entrySet()) {
      String now = after.get(each.getKey());
      if (!each.getValue().equals(now)) {
        all.add(new Difference(each.getKey(), each.getValue(), now));
      }
    }
    after.forEach(
        (label, text) -> {
          if (!before.containsKey(label)) {
            all.add(new Difference(label, null, text));
          }
        });
    return all;
  }
}
