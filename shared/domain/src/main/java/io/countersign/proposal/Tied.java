package io.countersign.proposal;

import io.countersign.document.Document;
import io.countersign.revision.Operation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Operations on one document that share keys, so that none can be judged without the others: each
 * is the source of one and the target of another, or all would not apply at once.
 */
record Tied(List<Wanted.Want> wants) {
  /** All of them, in groups that share no key. */
  static List<Tied> of(List<Wanted.Want> wants) {
    List<List<Wanted.Want>> groups = new ArrayList<>();
    for (Wanted.Want want : wants) {
      List<Wanted.Want> together = new ArrayList<>();
      groups.removeIf(group -> meets(group, want) && together.addAll(group));
      together.add(want);
      groups.add(together);
    }
    return groups.stream().map(Tied::new).toList();
  }

  private static boolean meets(List<Wanted.Want> group, Wanted.Want want) {
    return group.stream()
        .anyMatch(
            each -> each.operation().keys().stream().anyMatch(want.operation().keys()::contains));
  }

  /** Whether all that they were written against is as it was. */
  boolean unchanged(Document now) {
    return wants.stream().allMatch(want -> Match.unchanged(want, now));
  }

  /** Whether the document is as they want it. */
  boolean holds(Document now) {
    Set<String> given = given();
    return wants.stream().allMatch(want -> Match.holds(want, given, now));
  }

  /** The keys in which the document is not as it was. */
  List<String> changed(Document now) {
    return wants.stream()
        .filter(want -> !Match.unchanged(want, now))
        .flatMap(want -> Match.changed(want, now).stream())
        .toList();
  }

  /** The keys that get a value by any of them: those need not be gone. */
  private Set<String> given() {
    Set<String> given = new HashSet<>();
    for (Wanted.Want want : wants) {
      switch (want.operation()) {
        case Operation.Valued valued -> given.add(valued.key());
        case Operation.Rename rename -> given.add(rename.to());
        case Operation.Delete _, Operation.Remove _ -> {}
      }
    }
    return given;
  }
}
